import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Limits, movedUp, type SignUp, seatAll } from './seating.ts'

const limits = fc.record({
  seats: fc.option(fc.integer({ min: 1, max: 6 })),
  crechePlaces: fc.option(fc.integer({ min: 1, max: 6 })),
})
/** What people do, one after the other: sign up with children, or the nth of them cancels. */
const deeds = fc.array(fc.oneof(fc.record({ sign: fc.nat(4) }), fc.record({ cancel: fc.nat(15) })), {
  maxLength: 25,
})

/** Every state on the way, each settled. */
function played(given: Limits, all: readonly ({ sign: number } | { cancel: number })[]): SignUp[][] {
  const states: SignUp[][] = [[]]
  for (const deed of all) {
    const now = states.at(-1) ?? []
    const next: SignUp[] =
      'sign' in deed
        ? [...now, { id: `s${now.length}`, state: 'waiting', children: deed.sign, creche: 'none' }]
        : now.map((one, at) => (at === deed.cancel ? { ...one, state: 'cancelled' } : one))
    states.push(seatAll(given, next))
  }
  return states
}
const seatsOf = (all: readonly SignUp[]) => all.filter(({ state }) => state === 'seat')
const looked = (all: readonly SignUp[]) =>
  all.reduce((sum, { creche, children }) => sum + (creche === 'place' ? children : 0), 0)

describe('seats and places for children', () => {
  test('are never given out twice, and none stays free while somebody waits for it', () => {
    fc.assert(
      fc.property(limits, deeds, (given, all) => {
        for (const now of played(given, all)) {
          const taken = seatsOf(now).length
          if (given.seats !== null) expect(taken).toBeLessThanOrEqual(given.seats)
          expect(looked(now)).toBeLessThanOrEqual(given.crechePlaces ?? 0)
          if (now.some(({ state }) => state === 'waiting')) expect(taken).toBe(given.seats)
          const free = (given.crechePlaces ?? 0) - looked(now)
          for (const one of seatsOf(now))
            if (one.creche === 'waiting') expect(one.children).toBeGreaterThan(free)
          for (const one of now) if (one.creche === 'place') expect(one.state).toBe('seat')
        }
      }),
    )
  })
  test('are kept by who has them until she cancels herself', () => {
    fc.assert(
      fc.property(limits, deeds, (given, all) => {
        const states = played(given, all)
        for (const [at, now] of states.entries())
          for (const one of states[at + 1] ?? []) {
            const was = now.find(({ id }) => id === one.id)
            if (was?.state === 'seat') expect(one.state).not.toBe('waiting')
            if (was?.creche === 'place' && one.state === 'seat') expect(one.creche).toBe('place')
          }
      }),
    )
  })
  test('go to who signed up first', () => {
    fc.assert(
      fc.property(limits, deeds, (given, all) => {
        for (const now of played(given, all)) {
          const firstWaiting = now.findIndex(({ state }) => state === 'waiting')
          if (firstWaiting !== -1)
            expect(now.slice(firstWaiting).some(({ state }) => state === 'seat')).toBe(false)
        }
      }),
    )
  })
  test('are settled once: looked at again, nothing changes and nobody moves up', () => {
    fc.assert(
      fc.property(limits, deeds, (given, all) => {
        for (const now of played(given, all)) {
          expect(seatAll(given, now)).toEqual(now)
          expect(movedUp(now, seatAll(given, now))).toEqual([])
        }
      }),
    )
  })
  test('let the first who waits move up when somebody cancels', () => {
    const given = { seats: 1, crechePlaces: 2 }
    const before = played(given, [{ sign: 0 }, { sign: 2 }, { sign: 0 }]).at(-1) ?? []
    const cancelled = before.map((one, at) => (at === 0 ? { ...one, state: 'cancelled' as const } : one))
    const after = seatAll(given, cancelled)
    expect(movedUp(cancelled, after).map(({ id }) => id)).toEqual(['s1'])
    expect(after[1]).toMatchObject({ state: 'seat', creche: 'place' })
  })
})
