import type { DayNumber } from '#domain/day.ts'
import { goalsMet, type Rated } from '#domain/plan/goal-attainment.ts'
import type { PlanState } from '#domain/plan/plan.ts'

/** What is written down of the plan she has, or had last. */
export interface PlanSources {
  readonly state: PlanState
  /** The day on which it was last approved; `null` while it is written for the first time. */
  readonly agreedOn: DayNumber | null
  readonly reviewedOn: DayNumber | null
  /** Where each goal stands that she didn't let go. */
  readonly levels: readonly Rated['level'][]
}

/**
 * What rules may know of a plan (`case-facts.ts`). One that nobody has approved yet is none. Without any plan nothing is
 * known of how it ended: who closes is asked.
 */
export const planFacts = (plan: PlanSources | null) => ({
  actionPlan: plan !== null && plan.agreedOn !== null,
  planClosed: plan && plan.state === 'closed',
  goalsMet: plan && goalsMet(plan.levels.map((level) => ({ level }))),
})

/** From this day it counts when it was looked at last; a closed plan is looked at no more. */
export const planLookedAt = (plan: PlanSources | null): DayNumber | null => {
  if (plan === null || plan.state === 'closed' || plan.agreedOn === null) return null
  return Math.max(plan.reviewedOn ?? plan.agreedOn, plan.agreedOn)
}
