/** Sealing on the phone, for the server alone: see `server/keys/phone-boxes.ts`, which opens it. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

export function textOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** Puts text in a box under an id of its own; a new key each time, which nobody keeps. */
export async function boxed(boxKey: string, id: string, text: string): Promise<string> {
  const { subtle } = crypto
  const theirs = bytesOf(boxKey)
  const pair = await subtle.generateKey(curve, false, ['deriveBits'])
  const ours = new Uint8Array(await subtle.exportKey('raw', pair.publicKey))
  const server = await subtle.importKey('raw', theirs, curve, false, [])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: server }, pair.privateKey, 256)
  const salt = new Uint8Array([...ours, ...theirs])
  const info = new TextEncoder().encode('naast-phone')
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const aes = { name: 'AES-GCM', length: 256 }
  const key = await subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, aes, false, [
    'encrypt',
  ])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = new TextEncoder().encode(id)
  const sealed = await subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    new TextEncoder().encode(text),
  )
  return textOf(new Uint8Array([1, ...ours, ...iv, ...new Uint8Array(sealed)]))
}

/** A UUIDv7 made here: the moment by this phone's clock, and chance. The server knows the item by it, whatever the clock. */
export function newItemId(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const millis = Math.max(0, Math.floor(now))
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(millis / 2 ** (8 * (5 - at))) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
