import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forReader } from '#domain/outcome/for-reader.ts'
import { outcomesOf, scoresOfShelf } from '#domain/outcome/outcome.ts'
import { outcomeResult, type Woman } from '#domain/outcome/outcome-result.ts'
import { isSmall } from '#domain/outcome/small-groups.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { norms } from '#programmes/shelf/norms.ts'
import { shelf } from '#programmes/shelf/shelf.ts'

const known = { shelf, norms }
const named = (outcomes: ReturnType<typeof outcomesOf>) =>
  outcomes.map(
    ({ instrumentId, score, first, last, primary }) =>
      `${instrumentId}.${score} ${first}-${last}${primary ? ' !' : ''}`,
  )
const taken = (score: number, version = '1', how = 'together nl') => ({ score, version, how })
const woman = (more: Partial<Woman>): Woman => ({
  year: 2026,
  started: true,
  first: taken(30),
  last: taken(24),
  lastCame: true,
  why: null,
  cluster: null,
  ...more,
})
const plain = { change: null, norm: null }

describe('what a programme measures from beginning to end', () => {
  test('is what it asks twice before the aftercare, and one of it counts first', () => {
    expect(named(outcomesOf(mim, known))).toEqual([
      'ladder_confidence.now T0-T2 !',
      'ladder_support.now T0-T2',
      'ladder_knowing_the_way.now T0-T2',
      'osss3-nl.total T0-T2',
    ])
    expect(named(outcomesOf(memosa, known))).toEqual([
      'ladder_support.now T0-T2 !',
      'k10-nl.total T0-T2',
      'osss3-nl.total T0-T2',
      'own-safety-nl.mother T0-T2',
      'own-safety-nl.children T0-T2',
    ])
    // No first measure was laid down where the scale is still to be chosen.
    expect(named(outcomesOf(evtGroup, known))).toEqual([
      'k10-nl.total T0-T2',
      'gse10-nl.total T0-T2',
      'own-safety-nl.mother T0-T2',
      'own-safety-nl.children T0-T2',
    ])
  })
  test('says which end is better, and which numbers are about safety', () => {
    const worse = new Map(outcomesOf(mvr, known).map(({ instrumentId, better }) => [instrumentId, better]))
    expect([worse.get('worries'), worse.get('k10-nl'), worse.get('gse10-nl')]).toEqual([
      'lower',
      'lower',
      'higher',
    ])
    expect(outcomesOf(memosa, known).filter(({ ofSafety }) => ofSafety)).toHaveLength(2)
  })
  test('takes a questionnaire from the shelf by the score that its rule of change is about', () => {
    const k10 = shelf.find(({ id }) => id === 'k10-nl')
    if (!k10) throw new Error('no k10')
    const [only, ...others] = scoresOfShelf(k10, norms)
    expect([only?.score, only?.min, only?.max, only?.better, others]).toEqual(['total', 10, 50, 'lower', []])
    expect(only?.norm?.mean).toBe(15.5)
    const asked = {
      ...memosa.measures[0],
      instruments: [],
      shelf: { value: ['k10-nl@1'], prov: 'proposal' },
    } as (typeof memosa.measures)[number]
    const withK10 = { ...memosa, measures: [asked, { ...asked, moment: 'T1' }] }
    expect(named(outcomesOf(withK10, known))).toEqual(['k10-nl.total T0-T1'])
    const safety = shelf.find(({ id }) => id === 'own-safety-nl')
    expect(safety && scoresOfShelf(safety, norms).every(({ ofSafety }) => ofSafety)).toBe(true)
  })
})

describe('what is said of a group', () => {
  test('nothing is added up under five pairs', () => {
    const result = outcomeResult(
      plain,
      Array.from({ length: 4 }, () => woman({})),
    )
    expect([result.pairs.length, result.summary]).toEqual([4, null])
  })
  test('another version the second time is no pair, another way is', () => {
    const women = [woman({ last: taken(20, '2') }), woman({ last: taken(20, '1', 'alone nl') }), woman({})]
    const { pairs, otherVersion, otherWay, steps } = outcomeResult(plain, women)
    expect([pairs.length, otherVersion, otherWay, steps.both]).toEqual([2, 1, 1, 2])
  })
  test('who still is on her way is not missing, who left is', () => {
    const women = [
      ...Array.from({ length: 6 }, (_, at) => woman({ first: taken(30 + at) })),
      ...Array.from({ length: 6 }, () => woman({ last: null, first: taken(40) })),
      woman({ last: null, lastCame: false }),
      woman({ started: false, first: null, last: null, lastCame: false }),
    ]
    const { summary, steps } = outcomeResult(plain, women)
    expect(steps).toEqual({ referred: 14, started: 13, first: 13, ready: 12, both: 6, owed: 12 })
    expect(summary?.change).toBe(-8.5)
    expect(summary?.bound).toBe(-4.25)
    expect(summary?.firstScores).toEqual({ again: 32.5, notAgain: 40 })
    expect(summary?.weight).toBe('small')
  })
  test('part of the change comes by itself where people in general are known', () => {
    const women = Array.from({ length: 6 }, () => woman({ first: taken(27), last: taken(20) }))
    const { summary } = outcomeResult({ change: null, norm: norms['k10-nl.total'] ?? null }, women)
    expect(summary?.byItself).toBeCloseTo(3.45, 9)
  })
})

describe('who may not open the files', () => {
  const some = fc.array(
    fc.record({
      year: fc.constant(2026),
      started: fc.boolean(),
      first: fc.option(fc.nat({ max: 10 }).map((score) => taken(score))),
      last: fc.option(fc.nat({ max: 10 }).map((score) => taken(score))),
      lastCame: fc.boolean(),
      why: fc.constant(null),
      cluster: fc.constant(null),
    }),
    { maxLength: 60 },
  )
  test('is told no count under five, and no step that leaves fewer out', () => {
    fc.assert(
      fc.property(some, (women) => {
        const shown = forReader(outcomeResult(plain, women), false)
        expect(shown.pairs).toBeNull()
        const { up = null, level = null, down = null } = shown.summary?.directions ?? {}
        const { referred, started, first, ready, both } = shown.steps
        const steps = [referred, started, first, ready, both].filter((step) => step !== null)
        for (const count of [up, level, down, ...steps]) expect(count !== null && isSmall(count)).toBe(false)
        for (const [at, step] of steps.entries()) expect(isSmall(step - (steps[at + 1] ?? 0))).toBe(false)
      }),
    )
  })
  test('and who may is told all of it', () => {
    fc.assert(
      fc.property(some, (women) => {
        const result = outcomeResult(plain, women)
        const shown = forReader(result, true)
        expect([shown.pairs, shown.steps]).toEqual([result.pairs, result.steps])
      }),
    )
  })
})
