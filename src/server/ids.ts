import { randomFillSync } from 'node:crypto'

let lastMillis = 0
let counter = 0

/**
 * UUIDv7 (RFC 9562): milliseconds, then a counter within the millisecond so that ids made in one go sort as made,
 * then random bits. Made by the app, so that tables need no global sequence.
 */
export function newId(now: Temporal.Instant): string {
  const millis = now.epochMilliseconds
  counter = millis === lastMillis ? counter + 1 : 0
  lastMillis = millis
  const bytes = randomFillSync(Buffer.alloc(16))
  // A millisecond counts to 4,096; what comes after borrows from the next one, so that it still sorts as made.
  bytes.writeUIntBE(millis + (counter >> 12), 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter & 0xfff), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
