import { describe, expect, test } from 'vitest'
import { askedOfChild, type MeasureDates, measureDay } from './measure-day.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const dates: MeasureDates = {
  startedOn: day('2026-11-03'),
  childBornOn: day('2026-09-20'),
  dueOn: null,
  endsOn: day('2028-03-20'),
  cadenceDays: 30,
}
const on = (when: Parameters<typeof measureDay>[0], known: Partial<MeasureDates> = {}) =>
  measureDay(when, { ...dates, ...known })?.toString() ?? null

describe('the day of a measure', () => {
  test('is her start for the first, and her end for the last', () => {
    expect(on({ at: 'intake' })).toBe('2026-11-03')
    expect(on({ at: 'end' })).toBe('2028-03-20')
    expect(on({ at: 'after_end', months: 6 })).toBe('2028-09-20')
  })
  test('follows the child, or falls halfway when the child was that old already', () => {
    expect(on({ at: 'child_age', months: 9 })).toBe('2027-06-20')
    expect(
      on({ at: 'child_age', months: 9 }, { childBornOn: day('2025-11-03'), endsOn: day('2027-05-03') }),
    ).toBe('2027-02-01')
  })
  test('follows visits, sessions and weeks from the start', () => {
    expect(on({ at: 'before_visit', visit: 2 })).toBe('2026-12-03')
    expect(on({ at: 'session', session: 12 }, { cadenceDays: 7 })).toBe('2027-01-19')
    expect(on({ at: 'week', week: 16 })).toBe('2027-02-23')
    expect(on({ at: 'gestation_week', week: 36 }, { dueOn: day('2027-01-28') })).toBe('2026-12-31')
  })
  test('goes along with her group: to the day of that session, or to the last that takes place', () => {
    const sessions = [day('2026-11-10'), day('2026-11-17'), day('2026-12-01')]
    expect(on({ at: 'session', session: 2 }, { sessions })).toBe('2026-11-17')
    expect(on({ at: 'session', session: 12 }, { sessions })).toBe('2026-12-01')
  })
  test('is not known while what it hangs on is not', () => {
    expect(on({ at: 'child_age', months: 9 }, { childBornOn: null })).toBeNull()
    expect(on({ at: 'end' }, { endsOn: null })).toBeNull()
    expect(on({ at: 'gestation_week', week: 36 })).toBeNull()
  })
})

test('after a loss what the shelf has about a child falls silent too', () => {
  const moment = {
    moment: 'T0',
    label: { nl: '-', en: '-' },
    when: { at: 'intake' as const },
    instruments: [],
    optional: false,
    shelf: { value: ['k10-nl@1', 'kpcs@1', 'own-ladder-nl@1'], prov: 'proposal' as const },
    prov: 'proposal' as const,
  }
  expect(askedOfChild({ measures: [moment], instruments: [] })).toEqual({
    moments: [],
    instruments: ['kpcs', 'own-ladder-nl'],
  })
})
