import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isFine, shipped, shippedHere } from '../tools/licences.ts'

describe('what is handed on with Naast', () => {
  test('may be handed on beside the EUPL', () => {
    expect(shippedHere().filter((one) => !isFine(one))).toEqual([])
  })
  test('is looked at whole: what runs, and the stylesheets that are built in', () => {
    const names = shippedHere().map(({ name }) => name)
    expect(names).toContain('hono')
    expect(names).toContain('@utrecht/button-css')
    expect(names).not.toContain('@biomejs/biome')
    expect(names.length).toBeGreaterThan(100)
  })
  test('names whose data it uses', () => {
    expect(readFileSync('README.md', 'utf8')).toContain('date-holidays')
  })
})

describe('a licence', () => {
  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['(MIT AND GPL-3.0-only)', false],
    ['AGPL-3.0-only', false],
    ['CC-BY-3.0', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['unknown', false],
    ['(MIT AND ISC) OR GPL-2.0-only', false],
  ])('%s: fine is %s', (licence, yes) => {
    expect(isFine({ name: 'x', licence })).toBe(yes)
  })
  test('for data goes for the data that we know', () => {
    expect(isFine({ name: 'date-holidays', licence: '(ISC AND CC-BY-3.0)' })).toBe(true)
  })
  test('that is missing is not taken for a good one', () => {
    expect(shipped({ packages: { 'node_modules/x': { version: '1.0.0' } } }, new Set())).toEqual([
      { name: 'x', version: '1.0.0', licence: 'unknown' },
    ])
  })
})
