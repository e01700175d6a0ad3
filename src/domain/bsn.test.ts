import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasBsn, isBsn, withoutBsn } from '#domain/bsn.ts'

/** Any number that passes the eleven-test, made from eight digits and the one that fits. */
const bsn = fc
  .integer({ min: 1, max: 99_999_999 })
  .map((number) => String(number).padStart(8, '0'))
  .map((eight) => {
    const rest = [...eight].reduce((sum, digit, at) => sum + Number(digit) * (9 - at), 0) % 11
    return rest === 10 ? null : `${eight}${rest}`
  })
  .filter((number) => number !== null)

describe('the eleven-test', () => {
  test('knows a BSN', () => {
    expect(['111222333', '123456782', '010464554'].map(isBsn)).toEqual([true, true, true])
  })
  test('knows what is none', () => {
    expect(['111222334', '000000000', '12345678', '1112223330', 'abc', ''].some(isBsn)).toBe(false)
  })
  test('takes one last digit at most', () => {
    fc.assert(
      fc.property(bsn, (number) => {
        const others = '0123456789'.replaceAll(number.charAt(8), '')
        return isBsn(number) && [...others].every((last) => !isBsn(number.slice(0, 8) + last))
      }),
    )
  })
})

describe('a text', () => {
  test.each([
    ['BSN 111222333.', 'BSN […].'],
    ['bsn111222333geheim', 'bsn[…]geheim'],
    ['111 222 333', '[…]'],
    ['1112.22.333', '[…]'],
    ['12 111-222-333 2', '12 […] 2'],
    ['١١١٢٢٢٣٣٣', '[…]'],
    ['１１１２２２３３３', '[…]'],
    ['111\u200b222\u200b333', '[…]'],
    ['111222333 en 123456782', '[…] en […]'],
  ])('loses the BSN in %j', (text, expected) => {
    expect(withoutBsn(text).text).toBe(expected)
  })
  test.each([
    '06-12345678',
    '06 12 34 56 78',
    '+31 111222333',
    '0031111222333',
    '1112223330',
    '3-11-2026 14:30',
    'geboren 12-03-1990, 2 kinderen',
    'Kerkstraat 12, 1012 NX',
    '',
  ])('keeps %j as it is', (text) => {
    expect(withoutBsn(text)).toEqual({ text, dropped: 0 })
  })
  test('never keeps one, wherever it stands between words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('mevrouw', 'week 24', ',', 'na', '2e')), bsn, (words, number) => {
        const text = [...words, number, ...words].join(' x ')
        return !withoutBsn(text).text.includes(number) && !hasBsn(withoutBsn(text).text)
      }),
    )
  })
  test('of any kind is read without trouble, and twice gives the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = withoutBsn(text)
        expect(withoutBsn(once.text)).toEqual({ text: once.text, dropped: 0 })
      }),
    )
  })
})
