import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import type { PlannedContact } from '#domain/programme/contact-plan.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** A last visit further off than this is no ending yet. */
export const longestTaper = { months: 12 }
/** So many days before it her coordinator is reminded that the last visit comes. */
export const remindBeforeDays = 14

export interface Taper {
  /** The day on which the ending was planned. */
  readonly from: Day
  readonly lastVisitOn: Day
  /** At least so many days between two visits; `null`: as they were. */
  readonly gapDays: number | null
}

/** The last visit that the programme means, if the ending is planned today; `null` where it says nothing. */
export const usualLastVisit = (
  { matching }: Pick<ProgrammeDefinition, 'matching'>,
  today: Day,
): Day | null => (matching?.life?.taper ? today.add({ days: matching.life.taper.value.days }) : null)

export const taperGap = ({ matching }: Pick<ProgrammeDefinition, 'matching'>): number | null =>
  matching?.life?.taper?.value.gapDays ?? null

/**
 * The plan of visits once an ending is planned: what lay before stays, from there on visits come no closer together
 * than the gap, counted back from the last one, and none follows it. Everybody knows which visit is the last.
 */
export function taperContacts(
  plan: readonly PlannedContact[],
  { from, lastVisitOn, gapDays }: Taper,
): readonly PlannedContact[] {
  const before = plan.filter(({ dueFrom }) => isBefore(dueFrom, from) && isBefore(dueFrom, lastVisitOn))
  const kept: PlannedContact[] = []
  let next = lastVisitOn
  for (const one of plan.toReversed()) {
    if (isBefore(one.dueFrom, from) || !isBefore(one.dueFrom, lastVisitOn)) continue
    if (daysBetween(one.dueFrom, next) < (gapDays ?? 1)) continue
    kept.unshift(one)
    next = one.dueFrom
  }
  const dayBefore = lastVisitOn.subtract({ days: 1 })
  const visits = [...before, ...kept].map((one) => ({
    ...one,
    dueUntil: isBefore(dayBefore, one.dueUntil) ? dayBefore : one.dueUntil,
  }))
  const last = { dueFrom: lastVisitOn, dueUntil: lastVisitOn, phase: visits.at(-1)?.phase ?? null }
  return [...visits, last].map((one, at) => ({ ...one, number: at + 1 }))
}
