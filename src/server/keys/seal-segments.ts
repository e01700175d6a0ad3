import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { SealedSegments } from '#usecases/vault.ts'
import type { Key } from './seal.ts'

const algorithm = 'aes-256-gcm'
const tagBytes = 16
const saltBytes = 32
/** Security design 3.7. */
export const segmentBytes = 64 * 1024

/**
 * A long value in segments, each sealed by itself and bound to its place in the row: which one it is and whether it is
 * the last (STREAM, Hoang, Reyhanitabar, Rogaway and Vizár 2015). None can be left out, added, moved or cut off. The key
 * is this value's own, drawn from the owner's with a salt, so that numbers may count on as nonces.
 */
export function sealSegments(key: Key, bound: string, plain: Buffer): SealedSegments {
  const salt = randomBytes(saltBytes)
  const own = keyOf(key, bound, salt)
  const count = Math.max(1, Math.ceil(plain.length / segmentBytes))
  const segments = Array.from({ length: count }, (_, number) => {
    const cipher = createCipheriv(algorithm, own, nonceOf(number, number === count - 1), {
      authTagLength: tagBytes,
    })
    cipher.setAAD(Buffer.from(bound))
    const part = plain.subarray(number * segmentBytes, (number + 1) * segmentBytes)
    return Buffer.concat([cipher.update(part), cipher.final(), cipher.getAuthTag()])
  })
  return { salt, segments }
}

/** Throws if anything was changed, moved, left out, added, cut short, or sealed under another key. */
export function openSegments(key: Key, bound: string, { salt, segments }: SealedSegments): Buffer {
  if (segments.length === 0 || salt.length !== saltBytes) throw new Error('not a sealed value')
  const own = keyOf(key, bound, salt)
  return Buffer.concat(
    segments.map((sealed, number) => {
      const at = sealed.length - tagBytes
      if (at < 0) throw new Error('not a sealed value')
      const decipher = createDecipheriv(algorithm, own, nonceOf(number, number === segments.length - 1), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(Buffer.from(bound))
      decipher.setAuthTag(sealed.subarray(at))
      const plain = decipher.update(sealed.subarray(0, at))
      // Gives nothing more, as GCM holds nothing back; it is what checks the tag, and throws.
      decipher.final()
      return plain
    }),
  )
}

const keyOf = (key: Key, bound: string, salt: Buffer): Key =>
  Buffer.from(hkdfSync('sha256', key, salt, `naast segments|${bound}`, 32))

/** Seven bytes of nothing, four that count, one that says whether it is the last. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return nonce
}
