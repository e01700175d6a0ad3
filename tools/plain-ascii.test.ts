import { expect, test } from 'vitest'
import { plainAscii } from './plain-ascii.ts'

const run = (code: string): unknown => new Function(plainAscii(code))()

test.each([
  [`return 'Gülşen … 😀'`, 'Gülşen … 😀'],
  ['return `é\u2028`', 'é\u2028'],
  [`return 'çé'.replace(/[à-ü]/gu, '-')`, '--'],
  [`return /^[😀-😎]$/u.test('😃') // één`, true],
  [`return { ł: 'l' }['ł']`, 'l'],
])('%s says the same in plain letters', (code, said) => {
  expect(plainAscii(code)).toMatch(/^[\0-\x7f]*$/)
  expect(run(code)).toBe(said)
})
test('what an escape would change is refused', () => {
  expect(() => plainAscii(String.raw`return '\é'`)).toThrow()
  expect(() => plainAscii('return String.raw`é`')).toThrow()
})
