import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Attended,
  isPressing,
  missedInARow,
  nextBy,
  obligationOf,
  stepSupervision,
  supervisionStates,
} from '#domain/supervision/supervision.ts'
import { attendances } from '#domain/training/training.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-03')
const since = day('2026-01-01')
const session = fc.record({
  on: fc.integer({ min: 0, max: 300 }).map((days) => since.add({ days })),
  was: fc.constantFrom(...attendances, null),
})

describe('a meeting', () => {
  test('is told of on its day and after, again if need be, and called off only before it was held', () => {
    expect(stepSupervision({ state: 'planned', on: today }, 'record', today)).toBe('held')
    expect(stepSupervision({ state: 'held', on: today }, 'record', today)).toBe('held')
    expect(stepSupervision({ state: 'planned', on: day('2026-11-04') }, 'record', today)).toEqual({
      refused: 'talk-to-come',
    })
    for (const state of supervisionStates)
      expect(stepSupervision({ state, on: today }, 'cancel', today)).toEqual(
        state === 'planned' ? 'cancelled' : { refused: 'not-from-this-state' },
      )
    expect(stepSupervision({ state: 'cancelled', on: today }, 'record', today)).toEqual({
      refused: 'not-from-this-state',
    })
  })
})

describe('the obligation', () => {
  const at = (on: string, was: Attended['was']): Attended => ({ on: day(on), was })
  test('counts from the last that she was in, or from when she began; excused is not there', () => {
    expect(nextBy([], { since, everyDays: 31 }).toString()).toBe('2026-02-01')
    const some = [at('2026-09-01', 'there'), at('2026-10-01', 'excused'), at('2026-08-01', 'there')]
    expect(obligationOf(some, { since, everyDays: 31 }, today)).toMatchObject({ late: 32, missed: 1 })
    expect(obligationOf(some, { since, everyDays: null }, today)).toBeNull()
  })
  test('presses once two were missed in a row, however long there is still to go', () => {
    const some = [at('2026-10-01', 'absent'), at('2026-10-08', 'excused')]
    const obligation = obligationOf(some, { since: day('2026-09-30'), everyDays: 92 }, today)
    expect(obligation).toMatchObject({ late: 0, missed: 2 })
    expect(obligation && isPressing(obligation)).toBe(true)
  })
  test('never presses more for a meeting that she was in, whatever came before', () => {
    fc.assert(
      fc.property(
        fc.array(session, { maxLength: 12 }),
        fc.integer({ min: 1, max: 100 }),
        (some, everyDays) => {
          const there = { on: today, was: 'there' as const }
          const before = obligationOf(some, { since, everyDays }, today)
          const after = obligationOf([...some, there], { since, everyDays }, today)
          expect(after).toMatchObject({ late: 0 })
          expect(missedInARow([...some, there])).toBeLessThanOrEqual(missedInARow(some))
          if (before && after)
            expect(Temporal.PlainDate.compare(after.by, before.by)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
