import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendances, doneEnough, mayEnrol, sameMoment, trainingInput } from '#domain/training/training.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const session = fc.record({
  halfDays: fc.integer({ min: 1, max: 4 }),
  attendance: fc.constantFrom(...attendances, null),
})

describe('a seat', () => {
  const planned = { state: 'planned' as const, lastDay: day('2026-11-20') }
  test('may be taken until it is over or called off', () => {
    expect(mayEnrol(planned, day('2026-11-20'))).toBeNull()
    expect(mayEnrol(planned, day('2026-11-21'))).toEqual({ refused: 'training-over' })
    expect(mayEnrol({ ...planned, state: 'cancelled' }, day('2026-11-03'))).toEqual({
      refused: 'training-over',
    })
  })
})

describe('a certificate', () => {
  const there = { halfDays: 1, attendance: 'there' as const }
  test('is for all of it, or for as many half-days as are asked', () => {
    const missed = { halfDays: 1, attendance: 'excused' as const }
    expect(doneEnough([there, there], [], 6)).toBe(true)
    expect(doneEnough([there, missed], [], 6)).toBe(false)
    expect(doneEnough([there, missed], [there, { halfDays: 4, attendance: 'there' }], 6)).toBe(true)
    expect(doneEnough([missed], [{ halfDays: 4, attendance: 'there' }], 2)).toBe(false)
    expect(doneEnough([], [], null)).toBe(false)
    expect(doneEnough([{ halfDays: 1, attendance: null }], [], null)).toBe(false)
  })
  test('is never taken away by having been there more often', () => {
    fc.assert(
      fc.property(
        fc.array(session, { maxLength: 6 }),
        fc.array(session, { maxLength: 6 }),
        fc.option(fc.integer({ min: 1, max: 12 })),
        (here, elsewhere, asked) => {
          if (!doneEnough(here, elsewhere, asked)) return
          const more = here.map((one) => ({ ...one, attendance: 'there' as const }))
          expect(doneEnough(more, elsewhere, asked)).toBe(true)
          expect(doneEnough(here, [...elsewhere, there], asked)).toBe(true)
        },
      ),
    )
  })
})

test('a training has at least a day, and no moment twice', () => {
  const sessions = [{ on: '2026-11-10', at: '10:00', halfDays: 1 }]
  const plan = (more: object) =>
    trainingInput.safeParse({ title: 'Basis', gateKind: 'training', sessions, ...more })
  expect(plan({}).success).toBe(true)
  expect(plan({ sessions: [] }).success).toBe(false)
  expect(plan({ sessions: [{ on: '2026-11-10', at: '25:00', halfDays: 1 }] }).success).toBe(false)
  const twice = plan({ sessions: [...sessions, ...sessions] })
  expect(twice.success && sameMoment(twice.data.sessions)).toBe(true)
})
