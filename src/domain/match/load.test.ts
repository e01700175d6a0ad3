import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadOf, loadState, roomByPoints, shareOf, type Taken } from '#domain/match/load.ts'
import { safetyClasses } from '#domain/programme/safety-terms.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'

/** A programme that only counts women. */
const { loadBySafetyClass: _, ...counted } = mim.worker
const plain = { safety: mim.safety, worker: counted }
const weighed = (byPhase: Record<string, number>, max: number) => ({
  safety: mim.safety,
  worker: { ...counted, caseloadPoints: { value: { byPhase, max }, prov: 'proposal' as const } },
})
const three = weighed({ basics: 3, child: 2, self_reliance: 1 }, 24)
const bySafety = {
  safety: memosa.safety,
  worker: {
    ...three.worker,
    loadBySafetyClass: {
      value: { points: { low_medium: 1, high: 2, very_high: 3 }, max: 30 },
      prov: 'to_confirm' as const,
    },
  },
}
const only = {
  ...bySafety,
  worker: { ...counted, loadBySafetyClass: bySafety.worker.loadBySafetyClass },
}
const women = (...phases: (string | null)[]): Taken[] =>
  phases.map((phase) => ({ phase, safetyClass: 'low_medium' }))

describe('points', () => {
  test('weigh women by the phase they are in', () => {
    expect(roomByPoints(three, [])).toBe(8)
    expect(roomByPoints(three, women(...Array(8).fill('basics')))).toBe(0)
    expect(roomByPoints(three, women(...Array(8).fill('self_reliance')))).toBe(5)
    expect(roomByPoints(plain, women('basics'))).toBeNull()
    expect(loadOf(plain, women('basics'))).toBeNull()
  })
  test('of a phase nobody knows are those of the heaviest, and so of a name every object has', () => {
    expect(roomByPoints(three, women(...Array(8).fill(null)))).toBe(0)
    expect(roomByPoints(three, women(...Array(8).fill('constructor')))).toBe(0)
  })
  test('weigh a woman by how safe she may be, alone or times her phase', () => {
    const one = { phase: 'child', safetyClass: 'very_high' } as const
    expect(loadOf(only, [one])).toEqual({ taken: 3, max: 30, unit: 'points' })
    expect(loadOf(bySafety, [one])).toEqual({ taken: 6, max: 30, unit: 'points' })
    // A new one comes in the heaviest phase of a programme with the gravest class: nine.
    expect(roomByPoints(bySafety, [one])).toBe(2)
  })
  test('leave who fits fitting when somebody goes on to a lighter phase or a safer class, and never less than no room', () => {
    const taken = fc.record({
      phase: fc.constantFrom('basics', 'child', 'self_reliance', null),
      safetyClass: fc.constantFrom(...safetyClasses),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(three, bySafety, only),
        fc.array(taken, { maxLength: 30 }),
        (rule, them) => {
          const room = roomByPoints(rule, them) ?? -1
          expect(room).toBeGreaterThanOrEqual(0)
          const lighter = them.map(() => ({ phase: 'self_reliance', safetyClass: 'low_medium' as const }))
          expect(roomByPoints(rule, lighter)).toBeGreaterThanOrEqual(room)
        },
      ),
    )
  })
})

describe('a load', () => {
  const of = (taken: number, max: number, unit: 'points' | 'women' = 'points') =>
    loadState({ taken, max, unit })
  test('is near what is too much from four fifths on, where it is weighed', () => {
    expect([of(7, 10), of(8, 10), of(10, 10), of(11, 10)]).toEqual(['easy', 'near', 'full', 'over'])
    expect([of(4, 5, 'women'), of(5, 5, 'women'), of(6, 5, 'women')]).toEqual(['easy', 'full', 'over'])
  })
  test('of somebody in a load of none is nothing, or without end', () => {
    expect([
      shareOf({ taken: 0, max: 0, unit: 'women' }),
      shareOf({ taken: 1, max: 0, unit: 'women' }),
    ]).toEqual([0, Number.POSITIVE_INFINITY])
    expect(of(1, 0)).toBe('over')
  })
  test('that is over leaves no room, whatever the rule', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (taken, max) => {
        if (of(taken, max) === 'over') expect(shareOf({ taken, max, unit: 'points' })).toBeGreaterThan(1)
        else expect(taken).toBeLessThanOrEqual(max)
      }),
    )
  })
})
