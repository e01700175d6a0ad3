import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weighPassword } from './password.ts'

describe('a password', () => {
  test('is long', () => {
    expect(weighPassword('kort-maar-x')).toEqual({ refused: 'password-too-short' })
    expect(weighPassword('x'.repeat(129))).toEqual({ refused: 'password-too-long' })
  })
  test.each([
    'wachtwoord1234',
    'Welkom01Welkom01',
    'aaaaaaaaaaaaaaaa',
    '123456789012',
    'abababababab',
    'qwertyuiop123',
    'MoedersNaast2026',
  ])('is not what everybody tries: %s', (password) => {
    expect(weighPassword(password)).toEqual({ refused: 'password-too-easy' })
  })
  test('is not her own name or address', () => {
    expect(weighPassword('fatima.yilmaz1', ['Fatima Yılmaz', 'fatima.yilmaz@example.nl'])).toEqual({
      refused: 'password-too-easy',
    })
  })
  test.each(['fietsbel op dinsdag', 'rood paard kookt soep', 'correct horse battery'])(
    'may be plain words: %s',
    (password) => {
      expect(weighPassword(password)).toBe(true)
    },
  )
  test('of any kind gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (password) => {
        const verdict = weighPassword(password, ['x y'])
        return verdict === true || verdict.refused.startsWith('password-')
      }),
    )
  })
})
