import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const version = 1
const sizes = { version: 1, iv: 12, tag: 16 } as const

/** A key for AES-256-GCM: 32 bytes. */
export type Key = Buffer

export const newKey = (): Key => randomBytes(32)

/**
 * Envelope: version (1 byte) | iv (12) | ciphertext | tag (16). `bound` is authenticated but not stored: a value
 * that is moved to another row, column or organisation no longer opens (security design 3.3).
 */
export function seal(key: Key, bound: string, plain: Buffer): Buffer {
  const iv = randomBytes(sizes.iv)
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: sizes.tag })
  cipher.setAAD(Buffer.from(bound))
  return Buffer.concat([Buffer.of(version), iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws if anything was changed, moved, cut short, or sealed under another key. */
export function open(key: Key, bound: string, sealed: Buffer): Buffer {
  if (sealed.length < sizes.version + sizes.iv + sizes.tag || sealed[0] !== version)
    throw new Error('not a sealed value')
  const iv = sealed.subarray(sizes.version, sizes.version + sizes.iv)
  // The tag's length is fixed here: Node would otherwise accept shorter, weaker tags.
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: sizes.tag })
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(sealed.length - sizes.tag))
  const plain = decipher.update(sealed.subarray(sizes.version + sizes.iv, sealed.length - sizes.tag))
  // Gives nothing more, as GCM holds nothing back; it is what checks the tag, and throws.
  decipher.final()
  return plain
}

/** HMAC-SHA-256, first 40 bits: enough to propose a duplicate, too little to prove one. */
export const fingerprintOf = (key: Key, kind: string, text: string): Buffer =>
  createHmac('sha256', key).update(`${kind}\0${text}`).digest().subarray(0, 5)
