import { expect, test } from 'vitest'
import { boxed, newItemId } from '#pages/field-phone/phone-box.ts'
import { phoneBoxes } from './phone-boxes.ts'

const id = newItemId(Date.parse('2026-11-03T09:00:00Z'))

test('what a browser seals the server opens, and nobody else', async () => {
  const pair = phoneBoxes.make()
  const text = 'Zij vertelde dat het beter gaat. 🌼'.repeat(100)
  const box = await boxed(pair.boxKey, id, text)
  expect(phoneBoxes.open(pair, id, box)).toBe(text)
  expect(phoneBoxes.open(phoneBoxes.make(), id, box)).toBeNull()
  expect(phoneBoxes.open(pair, newItemId(Date.now()), box)).toBeNull()
  expect(await boxed(pair.boxKey, id, text)).not.toBe(box)
})
test('what was changed, cut short or is nothing at all opens as nothing', async () => {
  const pair = phoneBoxes.make()
  const bytes = Buffer.from(await boxed(pair.boxKey, id, 'Iets'), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    expect(phoneBoxes.open(pair, id, changed.toString('base64url')), String(at)).toBeNull()
    expect(phoneBoxes.open(pair, id, bytes.subarray(0, at).toString('base64url'))).toBeNull()
  }
  expect(phoneBoxes.open(pair, id, '')).toBeNull()
})
test('ids made on a phone are UUIDv7 and sort by its clock', () => {
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newItemId(1e12) < newItemId(1e12 + 1)).toBe(true)
})
