import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phoneInput } from '#domain/person/person.ts'
import { readPhone, readPhones } from '#domain/person/phone.ts'

describe('a phone number as people write it', () => {
  test.each([
    '06 12 34 56 78',
    '06-12345678',
    '06.12345678',
    '06.12.34.56.78',
    '06/12345678',
    '0612345678',
    '612345678',
    '+31 6 12345678',
    '+31 (0)6-12345678',
    '+31(0)612345678',
    '0031612345678',
    '0031 (0)6 12 34 56 78',
    '31612345678',
    'tel: 06 12345678',
    'Tel. 06-12345678',
    'mob 0612345678',
    '06 12345678 (moeder)',
    '06 – 12 34 56 78',
    '\u200e06 12345678\u200f',
    '０６１２３４５６７８',
    '06\u00a012\u00a034\u00a056\u00a078',
  ])('%s is +31612345678', (text) => {
    expect(readPhone(text)).toBe('+31612345678')
  })
  test.each([
    ['010-1234567', '+31101234567'],
    ['(010) 123 45 67', '+31101234567'],
    ['+32 470 12 34 56', '+32470123456'],
    ['00 49 151 23456789', '+4915123456789'],
    ['+90 532 123 45 67', '+905321234567'],
  ])('%s is %s', (text, number) => {
    expect(readPhone(text)).toBe(number)
  })
  test.each([
    '',
    '06',
    '06 12 34 56',
    '12345',
    'geen',
    'onbekend',
    '-',
    '0612345678901234',
    'x'.repeat(10_000),
  ])('%s is none', (text) => {
    expect(readPhone(text)).toBeNull()
  })
  test.each([
    '06-12345678 / 010-1234567',
    '0612345678; 0101234567',
    '0612345678 of 010 123 45 67',
    '06-12345678 (zelf), 010-1234567 (man)',
    '06-12345678\n010-1234567',
    'zelf 0612345678 en moeder 0101234567',
  ])('%j holds two, the first first', (text) => {
    expect(readPhones(text)).toEqual(['+31612345678', '+31101234567'])
  })
  test('the same number twice is one', () => {
    expect(readPhones('06-12345678 / +31612345678')).toEqual(['+31612345678'])
  })
  test('whatever comes, the answer is none or one that the input schema takes', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ()./-]{0,30}$/))
    fc.assert(
      fc.property(text, (typed) => {
        for (const number of readPhones(typed)) {
          expect(phoneInput.safeParse(number).success).toBe(true)
          expect(readPhone(number)).toBe(number)
        }
      }),
    )
  })
  test('reads a mobile number however it is cut up', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', ' - ')
    const number = fc.integer({ min: 10_000_000, max: 59_999_999 })
    fc.assert(
      fc.property(number, fc.array(gap, { minLength: 8, maxLength: 8 }), (rest, gaps) => {
        const cut = [...String(rest)].map((digit, at) => `${gaps[at]}${digit}`).join('')
        expect(readPhone(`06${cut}`)).toBe(`+316${rest}`)
      }),
    )
  })
})
