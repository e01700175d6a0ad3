import { type Day, earlierOf } from '#domain/day.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import { programmes } from '#programmes/registry.ts'

/**
 * The day by which she hears from somebody, as the programmes promise it: of those that take such a referral, the
 * one with the shortest term. `null` if none does.
 */
export function firstContactBy(today: Day, by: 'professional' | 'self'): Day | null {
  const days = programmes
    .filter(({ referral }) => by === 'professional' || referral.selfReferral.value)
    .map(({ referral }) => addWorkingDays(today, referral.firstContactWorkingDays.value))
  return days.length === 0 ? null : days.reduce(earlierOf)
}
