import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBefore } from '#domain/day.ts'
import { agencyClock, agencySaid, type Heard, isTimeToCall } from '#domain/meldcode/agency-clock.ts'
import { type AgencyTerms, agencyTerms, termsOn } from '#domain/meldcode/agency-terms.ts'
import { isWorkingDay, workingDaysBetween } from '#domain/working-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => day('2024-01-01').add({ days }))
const heard = fc.array(
  fc.record({
    said: fc.constantFrom(...agencySaid),
    until: fc.option(
      fc.integer({ min: 0, max: 120 }).map((days) => day('2026-01-01').add({ days })),
      { nil: null },
    ),
  }),
  { maxLength: 5 },
)

describe('what we wait for after a report', () => {
  test('is the assessment within five working days; Christmas and new year stand still', () => {
    expect(agencyClock(day('2026-11-03'), [])).toEqual({
      waitsFor: 'assessment',
      length: 5,
      termOn: day('2026-11-10'),
      callOn: day('2026-11-11'),
      paused: false,
    })
    // Wednesday 23 December: Thursday, Monday, Tuesday, Wednesday, Thursday; the 25th and the weekend don't count.
    expect(agencyClock(day('2026-12-23'), [])?.termOn).toEqual(day('2026-12-31'))
    expect(agencyClock(day('2026-12-23'), [])?.callOn).toEqual(day('2027-01-04'))
  })
  test('is the investigation within ten weeks once it is begun, and nothing once it is over', () => {
    const said = (...codes: Heard['said'][]) => codes.map((code) => ({ said: code, until: null }))
    expect(agencyClock(day('2026-11-03'), said('investigates'))).toMatchObject({
      waitsFor: 'investigation',
      termOn: day('2027-01-12'),
    })
    for (const end of ['hands_over', 'no_further_action', 'investigation_done'] as const)
      expect(agencyClock(day('2026-11-03'), said('investigates', end))).toBeNull()
  })
  test('waits for the day that the agency names itself, and shows the term all the same', () => {
    const later = [{ said: 'later', until: day('2026-11-20') }] as const
    const clock = agencyClock(day('2026-11-03'), later)
    expect(clock).toEqual({
      waitsFor: 'assessment',
      length: 5,
      termOn: day('2026-11-10'),
      callOn: day('2026-11-20'),
      paused: true,
    })
    expect(clock && isTimeToCall(clock, day('2026-11-19'))).toBe(false)
    expect(clock && isTimeToCall(clock, day('2026-11-20'))).toBe(true)
    // What it says next takes the place of what it said.
    expect(agencyClock(day('2026-11-03'), [...later, { said: 'investigates', until: null }])?.paused).toBe(
      false,
    )
  })
  test('ends five working days on, never asks before the term is over, and never on a day off', () => {
    fc.assert(
      fc.property(anyDay, (reportedOn) => {
        const clock = agencyClock(reportedOn, [])
        expect(clock && workingDaysBetween(reportedOn, clock.termOn)).toBe(5)
        expect(clock && isWorkingDay(clock.callOn)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(anyDay, heard, (reportedOn, said) => {
        const clock = agencyClock(reportedOn, said)
        if (clock) expect(isBefore(clock.termOn, clock.callOn)).toBe(true)
      }),
    )
  })
})

describe('the terms', () => {
  const [first] = agencyTerms
  if (!first) throw new Error('no terms')
  const changed: readonly AgencyTerms[] = [
    { ...first, until: day('2026-12-31') },
    { ...first, from: day('2027-01-01'), assessmentWorkingDays: 3 },
  ]
  test('of the day of the report hold, also after they changed', () => {
    expect(termsOn(day('2026-12-31'), changed)?.assessmentWorkingDays).toBe(5)
    expect(termsOn(day('2027-01-01'), changed)?.assessmentWorkingDays).toBe(3)
    expect(termsOn(day('2018-12-31'))).toBeNull()
    expect(agencyClock(day('2018-12-31'), [])).toBeNull()
    expect(agencyClock(day('2026-12-31'), [], changed)?.termOn).toEqual(day('2027-01-08'))
  })
  test('follow each other without a day between or a day twice, each with its source', () => {
    for (const [at, { from, until, source }] of agencyTerms.entries()) {
      expect(source).not.toBe('')
      const next = agencyTerms[at + 1]
      if (next) expect(until?.add({ days: 1 })).toEqual(next.from)
      else expect(until).toBeNull()
      if (until) expect(isBefore(until, from)).toBe(false)
    }
  })
})
