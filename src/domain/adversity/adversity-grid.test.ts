import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mvr } from '#programmes/mvr.ts'
import { byDay, changeIn, gridDomains, isWrong, readCounts } from './adversity-grid.ts'

const domains = gridDomains(mvr, false)
const day = (text: string) => Temporal.PlainDate.from(text)

describe('the domains of a grid', () => {
  test('are the programme’s own, and after a loss none of them speaks of a child or a pregnancy', () => {
    expect(domains).toHaveLength(12)
    expect(domains.every(({ most }) => most === 5)).toBe(true)
    const quiet = gridDomains(mvr, true)
    expect(quiet).toHaveLength(11)
    for (const { label } of quiet)
      expect(label.nl + label.en).not.toMatch(/kind|opvoed|zwanger|child|parent|pregnan/i)
  })
})

describe('what came back', () => {
  test('may leave a domain open, which is not none; and may not be nothing at all', () => {
    const read = readCounts(domains, { adversityMoney: '2', adversityHousing: ' 0 ' })
    expect(read).toMatchObject({ adversityMoney: 2, adversityHousing: 0, adversityWork: null })
    expect(readCounts(domains, {})).toBe('empty')
    expect(readCounts(domains, { adversityMoney: ' ' })).toBe('empty')
  })
  test('is a number that can be chosen, for a domain that there is', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('adversityMoney', 'adversityWork', 'x', '__proto__', 'wrong'),
          fc.oneof(fc.string(), fc.integer({ min: -3, max: 9 }).map(String)),
        ),
        (given) => {
          const read = readCounts(domains, given)
          if (read === 'empty') return
          if (isWrong(read)) {
            expect(Object.keys(read.wrong).length).toBeGreaterThan(0)
            return
          }
          for (const count of Object.values(read))
            if (count !== null) expect(Number.isInteger(count) && count >= 0 && count <= 5).toBe(true)
          expect(Object.keys(read)).toEqual(domains.map(({ fact }) => fact))
        },
      ),
    )
  })
})

describe('through time', () => {
  const [a, b] = [
    { on: day('2026-05-01'), counts: { money: 3, work: 1, home: null } },
    { on: day('2026-11-01'), counts: { money: 1, work: 1, home: 2 } },
  ]
  test('the last of a day counts, and days come in order', () => {
    const again = { on: day('2026-05-01'), counts: { money: 2 } }
    expect(byDay([b, a, again])).toEqual([again, b])
  })
  test('then and now are held against each other where both are known', () => {
    expect(['money', 'work', 'home', 'none'].map((fact) => changeIn(a, b, fact))).toEqual([
      'fewer',
      'same',
      'unknown',
      'unknown',
    ])
    expect(changeIn(b, a, 'money')).toBe('more')
  })
})
