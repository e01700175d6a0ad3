import { type Day, isBefore } from '#domain/day.ts'

/**
 * The terms of Veilig Thuis, as policy with days on which it holds: a law that changes is a line more, and what was
 * reported before keeps the terms of its own day. domain.md 2.3: assessment within five working days of the report
 * [S74, S76]; its own norm for an investigation is ten weeks [S75]. From which day they hold isn't said by a source; the
 * framework is compulsory since 1 January 2019, and older reports are not followed here.
 */
export interface AgencyTerms {
  readonly from: Day
  /** The last day on which it held. */
  readonly until: Day | null
  readonly assessmentWorkingDays: number
  readonly investigationWeeks: number
  readonly source: string
}

export const agencyTerms: readonly AgencyTerms[] = [
  {
    from: Temporal.PlainDate.from('2019-01-01'),
    until: null,
    assessmentWorkingDays: 5,
    investigationWeeks: 10,
    source: 'S74, S75, S76',
  },
]

/** Those that held on this day; `null` where none is known. */
export const termsOn = (day: Day, terms: readonly AgencyTerms[] = agencyTerms): AgencyTerms | null =>
  terms.find(({ from, until }) => !isBefore(day, from) && !(until && isBefore(until, day))) ?? null
