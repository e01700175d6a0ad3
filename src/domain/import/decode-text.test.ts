import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '#domain/import/decode-text.ts'

const text = 'Naam;Plaats\r\nAïcha Şahin;’s-Gravenhage'
const utf16 = (value: string, big: boolean) => {
  const bytes = Buffer.from(value, 'utf16le')
  return big ? bytes.swap16() : bytes
}

describe('text of a file', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16 big end first', utf16(`\ufeff${text}`, true)],
    ['UTF-16 without a mark', utf16(text, false)],
  ])('in %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text)
  })
  test('in Windows-1252, as Dutch Excel writes it', () => {
    expect(decodeText(Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x20, 0x92]))).toBe('Zoë € ’')
  })
  test('never fails', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => typeof decodeText(bytes) === 'string'),
    )
  })
})
