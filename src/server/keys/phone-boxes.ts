import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'
import type { PhoneBoxes } from '#usecases/field-phone/phone-boxes.ts'

/** `1 | key made for this box (65) | iv (12) | ciphertext | tag (16)`; what `pages/field-phone/phone-box.ts` makes. */
const [keyLength, ivLength, tagLength] = [65, 12, 16]

/** ECDH on P-256, HKDF-SHA-256, AES-256-GCM: what every phone's browser knows. The item's id is bound to it. */
export const phoneBoxes: PhoneBoxes = {
  make() {
    const pair = createECDH('prime256v1')
    pair.generateKeys()
    return { boxKey: pair.getPublicKey('base64url'), secret: pair.getPrivateKey('base64url') }
  },
  open({ boxKey, secret }, id, box) {
    try {
      const bytes = Buffer.from(box, 'base64url')
      if (bytes[0] !== 1 || bytes.length < 1 + keyLength + ivLength + tagLength) return null
      const theirs = bytes.subarray(1, 1 + keyLength)
      const iv = bytes.subarray(1 + keyLength, 1 + keyLength + ivLength)
      const pair = createECDH('prime256v1')
      pair.setPrivateKey(Buffer.from(secret, 'base64url'))
      const salt = Buffer.concat([theirs, Buffer.from(boxKey, 'base64url')])
      const key = hkdfSync('sha256', pair.computeSecret(theirs), salt, 'naast-phone', 32)
      const opening = createDecipheriv('aes-256-gcm', new Uint8Array(key), iv, { authTagLength: tagLength })
      opening.setAAD(Buffer.from(id))
      opening.setAuthTag(bytes.subarray(-tagLength))
      const text = opening.update(bytes.subarray(1 + keyLength + ivLength, -tagLength))
      return Buffer.concat([text, opening.final()]).toString()
    } catch {
      return null
    }
  },
}
