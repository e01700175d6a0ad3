import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seatWorkers, type TrainingSeat } from '#domain/training/training-seats.ts'

const lastDay = Temporal.PlainDate.from('2026-11-20')
type Deed = 'sign' | { cancel: number } | { leave: number } | { more: number } | { pass: number }
const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.constant<Deed>('sign'),
    fc.record({ cancel: fc.nat(15) }),
    fc.record({ leave: fc.nat(15) }),
    fc.record({ more: fc.nat(3) }),
    fc.record({ pass: fc.nat(4) }),
  ),
  { maxLength: 30 },
)
interface Standing {
  readonly seats: number | null
  readonly today: Temporal.PlainDate
  readonly list: readonly TrainingSeat[]
  /** Who got a seat at this deed, and how the list stood just before. */
  readonly before: readonly TrainingSeat[]
  readonly given: readonly string[]
}

/** What people do, one after the other, each settled as a use case does it. */
function played(first: number | null, all: readonly Deed[]): Standing[] {
  const states: Standing[] = [
    { seats: first, today: Temporal.PlainDate.from('2026-11-03'), list: [], before: [], given: [] },
  ]
  for (const deed of all) {
    const now = states.at(-1)
    if (!now) break
    let { seats, today, list } = now
    if (deed === 'sign') list = [...list, { id: `w${list.length}`, state: 'waiting', left: false }]
    else if ('cancel' in deed)
      list = list.map((one, at) => (at === deed.cancel ? { ...one, state: 'cancelled' } : one))
    else if ('leave' in deed) list = list.map((one, at) => (at === deed.leave ? { ...one, left: true } : one))
    else if ('more' in deed) seats = seats === null ? null : seats + deed.more
    else today = today.add({ days: deed.pass })
    const got = new Set(seatWorkers({ state: 'planned', seats, lastDay }, list, today).map(({ id }) => id))
    const settled = list.map((one) => (got.has(one.id) ? { ...one, state: 'seat' as const } : one))
    states.push({ seats, today, list: settled, before: list, given: [...got] })
  }
  return states
}
const seated = (list: readonly TrainingSeat[]) => list.filter(({ state }) => state === 'seat')
const waits = ({ state, left }: TrainingSeat) => state === 'waiting' && !left
const someSeats = fc.option(fc.integer({ min: 1, max: 5 }))

describe('the waiting list of a training', () => {
  test('never gives out more seats than there are, nor a seat twice', () => {
    fc.assert(
      fc.property(someSeats, deeds, (seats, all) => {
        const given: string[] = []
        for (const now of played(seats, all)) {
          if (now.seats !== null) expect(seated(now.list).length).toBeLessThanOrEqual(now.seats)
          given.push(...now.given)
        }
        expect(new Set(given).size).toBe(given.length)
      }),
    )
  })
  test('leaves no seat free while somebody who may have it waits, as long as it is to come', () => {
    fc.assert(
      fc.property(someSeats, deeds, (seats, all) => {
        for (const now of played(seats, all))
          if (Temporal.PlainDate.compare(now.today, lastDay) <= 0 && now.list.some(waits))
            expect(seated(now.list)).toHaveLength(now.seats ?? -1)
      }),
    )
  })
  test('goes by who signed up first', () => {
    fc.assert(
      fc.property(someSeats, deeds, (seats, all) => {
        for (const { before, given } of played(seats, all)) {
          const inLine = before.filter(waits).map(({ id }) => id)
          expect(inLine.slice(0, given.length)).toEqual(given)
        }
      }),
    )
  })
  test('moves nobody up on a day that has passed, nor who left, nor in what was called off', () => {
    fc.assert(
      fc.property(someSeats, deeds, (seats, all) => {
        for (const { today, before, given } of played(seats, all)) {
          if (Temporal.PlainDate.compare(today, lastDay) > 0) expect(given).toEqual([])
          for (const id of given) expect(before.find((one) => one.id === id)?.left).toBe(false)
          for (const state of ['cancelled', 'given'] as const)
            expect(seatWorkers({ state, seats, lastDay }, before, today)).toEqual([])
        }
      }),
    )
  })
})
