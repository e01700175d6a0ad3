import { type Day, isBefore, laterOf } from '#domain/day.ts'
import { type AgencyTerms, agencyTerms, termsOn } from '#domain/meldcode/agency-terms.ts'
import { addWorkingDays } from '#domain/working-days.ts'

/** What Veilig Thuis said after a report, or that it said nothing when we asked. */
export const agencySaid = [
  'investigates',
  'hands_over',
  'no_further_action',
  'investigation_done',
  'later',
  'nothing_when_asked',
] as const
export type AgencySaid = (typeof agencySaid)[number]

/** In the order in which it was said, since this report. */
export interface Heard {
  readonly said: AgencySaid
  /** Until when it said that we must wait. */
  readonly until: Day | null
}

export interface AgencyClock {
  readonly waitsFor: 'assessment' | 'investigation'
  /** How long it has: working days for the assessment, weeks for the investigation. */
  readonly length: number
  /** The day of the term itself; it doesn't move when the agency is late. */
  readonly termOn: Day
  /** When we call: the day after the term, or the day until which the agency said that it needs. */
  readonly callOn: Day
  /** The agency named a later day; until then nobody need call. */
  readonly paused: boolean
}

/**
 * What we wait for after a report, and when somebody calls. Working days stand still in weekends and on holidays. Of the
 * ten weeks no source says from which day they count; from the report is the earlier, so that a reminder never comes
 * too late. When the agency itself names a later day the reminder waits for that; the day of the term stays to be seen.
 * `null` once there is nothing to wait for.
 */
export function agencyClock(
  reportedOn: Day,
  heard: readonly Heard[],
  terms: readonly AgencyTerms[] = agencyTerms,
): AgencyClock | null {
  const term = termsOn(reportedOn, terms)
  if (!term) return null
  const has = (...said: AgencySaid[]) => heard.some((one) => said.includes(one.said))
  if (has('hands_over', 'no_further_action', 'investigation_done')) return null
  const waitsFor = has('investigates') ? 'investigation' : 'assessment'
  const termOn =
    waitsFor === 'assessment'
      ? addWorkingDays(reportedOn, term.assessmentWorkingDays)
      : reportedOn.add({ weeks: term.investigationWeeks })
  const named = heard.at(-1)
  const until = named?.said === 'later' || named?.said === 'nothing_when_asked' ? named.until : null
  const ours = addWorkingDays(termOn, 1)
  return {
    waitsFor,
    length: waitsFor === 'assessment' ? term.assessmentWorkingDays : term.investigationWeeks,
    termOn,
    callOn: until ? laterOf(until, ours) : ours,
    paused: until !== null && isBefore(ours, until),
  }
}

/** Is it time to call? */
export const isTimeToCall = (clock: Pick<AgencyClock, 'callOn'>, today: Day): boolean =>
  !isBefore(today, clock.callOn)
