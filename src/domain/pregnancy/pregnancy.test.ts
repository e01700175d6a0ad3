import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gestation } from '#domain/pregnancy/gestation.ts'
import { birthDayProblem, dueDayProblem } from '#domain/pregnancy/plausible-days.ts'
import {
  lossKinds,
  mayTakeStep,
  type PregnancyEvent,
  type PregnancyStep,
  pregnancyOf,
  pregnancyStates,
  resumeReasons,
  takeBackReasons,
} from '#domain/pregnancy/pregnancy.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-03')
const said = { by: null, at: Temporal.Instant.from('2026-11-03T09:00:00Z') }

describe('days that can be', () => {
  test.each([
    ['1926-11-03', 'due-day-past'],
    ['2026-09-03', 'due-day-past'],
    ['2026-09-04', null],
    ['2027-08-30', null],
    ['2027-08-31', 'due-day-far'],
    ['2126-11-03', 'due-day-far'],
  ])('due on %s: %s', (on, problem) => {
    expect(dueDayProblem(day(on), today)).toBe(problem)
  })
  test.each([
    ['2026-11-04', null, 'day-to-come'],
    ['1926-11-03', null, 'birth-day-unlikely'],
    ['2026-11-03', null, null],
    ['2026-01-20', '2026-10-28', 'birth-before-pregnancy'],
    ['2026-01-21', '2026-10-28', null],
    ['2026-10-28', '2026-10-07', null],
    ['2026-10-29', '2026-10-07', 'birth-long-after-due'],
  ])('born on %s, due on %s: %s', (on, due, problem) => {
    expect(birthDayProblem(day(on), due ? day(due) : null, today)).toBe(problem)
  })
})

test('how far she is: 40 weeks on the due date, and nothing is said before it began or long after', () => {
  expect(gestation(today, today)).toEqual({ weeks: 40, days: 0 })
  expect(gestation(today.add({ days: 1 }), today)).toEqual({ weeks: 39, days: 6 })
  expect(gestation(today.add({ days: 281 }), today)).toBeNull()
  expect(gestation(today.subtract({ days: 21 }), today)).toEqual({ weeks: 43, days: 0 })
  expect(gestation(today.subtract({ days: 22 }), today)).toBeNull()
})

describe('what became of a pregnancy', () => {
  const onDay = fc.integer({ min: 0, max: 300 }).map((days) => today.subtract({ days }))
  const children = fc.array(fc.record({ childId: fc.uuid(), on: onDay }), { minLength: 1, maxLength: 3 })
  const event: fc.Arbitrary<PregnancyEvent> = fc.oneof(
    onDay.map((on) => ({ kind: 'due' as const, on, ...said })),
    children.map((born) => ({ kind: 'born' as const, children: born, ...said })),
    children.map((born) => ({ kind: 'corrected' as const, children: born, ...said })),
    fc.constantFrom(...takeBackReasons).map((reason) => ({ kind: 'taken-back' as const, reason, ...said })),
    fc.constantFrom(...lossKinds).map((loss) => ({ kind: 'loss' as const, loss, on: null, ...said })),
    fc.constantFrom(...resumeReasons).map((reason) => ({ kind: 'resumed' as const, reason, ...said })),
  )
  const stepOf: Record<string, PregnancyStep> = {
    due: 'record-due',
    born: 'record-birth',
    corrected: 'correct-birth',
    'taken-back': 'take-back-birth',
    loss: 'report-loss',
    resumed: 'resume',
  }
  /** Only what the table of steps lets happen. */
  const lawful = (events: readonly PregnancyEvent[]): PregnancyEvent[] => {
    const so: PregnancyEvent[] = []
    for (const one of events) {
      const step = stepOf[one.kind]
      if (step && mayTakeStep(pregnancyOf(so).state, step)) so.push(one)
    }
    return so
  }

  test('taking a birth back gives what stood before it, and it may be written down again', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), children, (events, born) => {
        const before = lawful(events)
        const stood = pregnancyOf(before)
        if (!mayTakeStep(stood.state, 'record-birth')) return
        const birth = { kind: 'born' as const, children: born, ...said }
        const back = pregnancyOf([...before, birth, { kind: 'taken-back', reason: 'not_born', ...said }])
        expect(back).toEqual(stood)
        expect(mayTakeStep(back.state, 'record-birth')).toBe(true)
        expect(mayTakeStep(back.state, 'take-back-birth')).toBe(false)
      }),
    )
  })
  test('taking a loss back gives what stood before it, unless she is pregnant anew', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.constantFrom(...resumeReasons), (events, reason) => {
        const before = lawful(events)
        const stood = pregnancyOf(before)
        if (stood.state === 'quiet') return
        const loss = { kind: 'loss' as const, loss: 'not_said' as const, on: null, ...said }
        const quiet = pregnancyOf([...before, loss])
        expect(quiet.state).toBe('quiet')
        const back = pregnancyOf([...before, loss, { kind: 'resumed', reason, ...said }])
        if (reason === 'new_pregnancy')
          expect(back).toEqual({ state: 'unknown', dueOn: null, children: [], loss: null, wayOn: null })
        else expect(back).toEqual(stood)
      }),
    )
  })
  test('is always in a state that its facts bear out', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 15 }), (events) => {
        const { state, dueOn, children: born, loss } = pregnancyOf(lawful(events))
        expect(pregnancyStates).toContain(state)
        expect(loss !== null).toBe(state === 'quiet')
        if (state === 'born') expect(born.length).toBeGreaterThan(0)
        if (state === 'expecting') expect(dueOn).not.toBeNull()
      }),
    )
  })
})
