import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto'
import type { Signet } from '#domain/audit/seal.ts'
import type { RootKey } from './organisation-keys.ts'

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * Signs seals of the access log with a key that follows from the root key, so that it is in no database and no backup
 * of one. Others can check a seal with the public key alone.
 */
export function signetOf(rootKey: RootKey): Pick<Signet, 'sign' | 'holds'> & { readonly publicKey: string } {
  const seed = Buffer.from(hkdfSync('sha256', rootKey.key, '', 'naast seals of the access log', 32))
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const open = createPublicKey(key)
  return {
    sign: (text) => sign(null, Buffer.from(text), key),
    holds: (text, signature) => verify(null, Buffer.from(text), open, signature),
    publicKey: open.export({ format: 'pem', type: 'spki' }).toString(),
  }
}
