import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDays, type Day } from '#domain/day.ts'
import { isPastTerm, type Kept, keptUntil, longestTerm, rulesFor, termOf } from './retention.ts'
import { legalRegimes, retentionTerms, ruleOf } from './retention-terms.ts'

const start = Temporal.PlainDate.from('2026-11-03')
const day = (from = 0, to = 3650) =>
  fc.integer({ min: from, max: to }).map((days): Day => start.add({ days }))
const kept: fc.Arbitrary<Kept> = fc.oneof(
  fc.record({ kind: fc.constant('referral' as const), decidedOn: fc.option(day(), { freq: 8 }) }),
  fc.record({
    kind: fc.constant('trajectory' as const),
    closedOn: fc.option(day(), { freq: 8 }),
    lastItemOn: fc.option(day(0, 4000)),
    rule: fc.record({
      years: fc.integer({ min: 1, max: 20 }),
      from: fc.constantFrom('end', 'last_change', 'each_item'),
    }),
    ground: fc.constantFrom('programme' as const, 'own' as const, ...legalRegimes),
  }),
  fc.record({
    kind: fc.constantFrom('worker' as const, 'application' as const, 'account' as const),
    endedOn: fc.option(day(), { freq: 8 }),
  }),
)

describe('a file', () => {
  test('is past its term on the day after the last of its terms and never before, over 25 years of days', () => {
    fc.assert(
      fc.property(fc.array(kept, { minLength: 1, maxLength: 4 }), (all) => {
        const terms = all.map(termOf)
        const open = terms.includes(null)
        const last = terms
          .flatMap((term) => term?.until ?? [])
          .toSorted(compareDays)
          .at(-1)
        let first: Day | null = null
        // Every day would take long and say no more: what counts is what happens around a term, and far from all.
        const days = [
          ...Array.from({ length: 25 * 4 }, (_, quarter) => start.add({ months: quarter * 3 })),
          ...terms.flatMap((term) => (term ? [-1, 0, 1].map((more) => term.until.add({ days: more })) : [])),
        ].toSorted(compareDays)
        for (const today of days) {
          const past = isPastTerm(all, today)
          if (past) first ??= today
          if (first) expect(past).toBe(true)
        }
        if (open || !last) expect(first).toBeNull()
        else expect(first?.toString()).toBe(last.add({ days: 1 }).toString())
      }),
      { numRuns: 300 },
    )
  })
  test('is not kept longer for what is opened, and is for what is written', () => {
    const closedOn = start
    const later = start.add({ years: 1 })
    const of = (from: 'end' | 'last_change', lastItemOn: Day | null) =>
      keptUntil([
        { kind: 'trajectory', closedOn, lastItemOn, rule: { years: 20, from }, ground: 'wgbo' },
      ])?.toString()
    expect(of('last_change', null)).toBe('2046-11-03')
    expect(of('last_change', later)).toBe('2047-11-03')
    expect(of('end', later)).toBe('2046-11-03')
  })
  test('of a leap day ends on the last day of that February', () => {
    const leap = Temporal.PlainDate.from('2028-02-29')
    expect(
      keptUntil([
        {
          kind: 'trajectory',
          closedOn: leap,
          lastItemOn: null,
          rule: { years: 1, from: 'end' },
          ground: 'own',
        },
      ])?.toString(),
    ).toBe('2029-02-28')
  })
  test('with nothing in it has no term', () => {
    expect(keptUntil([])).toBeNull()
  })
  test('is kept as long as the longest of what binds it, and says which that is', () => {
    const of = (...regimes: readonly (typeof legalRegimes)[number][]) =>
      longestTerm(
        rulesFor(null, regimes).map((one) => ({
          kind: 'trajectory',
          closedOn: start,
          lastItemOn: null,
          ...one,
        })),
      )
    expect(
      [of(), of('wmo2015'), of('wmo2015', 'jeugdwet')].map((term) => [term?.ground, `${term?.until}`]),
    ).toEqual([
      ['own', '2028-11-03'],
      ['wmo2015', '2041-11-03'],
      ['jeugdwet', '2046-11-03'],
    ])
    expect(rulesFor({ years: 1, from: 'end' }, [])).toEqual([
      { rule: { years: 1, from: 'end' }, ground: 'programme' },
    ])
  })
  test('of who worked here has terms of its own', () => {
    const until = (kind: 'worker' | 'application' | 'account') => `${keptUntil([{ kind, endedOn: start }])}`
    expect([until('application'), until('worker'), until('account')]).toEqual([
      '2026-12-01',
      '2028-11-03',
      '2031-11-03',
    ])
    // The name behind a line of the access log goes no sooner than the line.
    expect(retentionTerms.account.length.years).toBeGreaterThanOrEqual(5)
    expect(ruleOf('own')).toEqual({ years: 2, from: 'end' })
  })
})
