import { type Day, earlierOf } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { addWorkingDays } from '#domain/working-days.ts'

/** What is promised where no programme says otherwise, in working days (domain.md 6.2, design proposal). */
const usual = 2

/**
 * The day by which she hears from somebody: of these programmes, the one with the shortest term, so that nobody waits
 * longer because a form left it open.
 */
export const firstContactBy = (today: Day, programmes: readonly ProgrammeDefinition[]): Day =>
  programmes
    .map(({ referral }) => addWorkingDays(today, referral.firstContactWorkingDays.value))
    .reduce<Day | null>((soonest, day) => (soonest ? earlierOf(soonest, day) : day), null) ??
  addWorkingDays(today, usual)
