import { type ActionPlanRow, listPlanDecisions, listPlanReviews } from '#db/plan.ts'
import { listPlanActions, listPlanGoals } from '#db/plan-part.ts'
import { isDeciding } from '#domain/plan/plan.ts'
import type { Work } from '#usecases/context.ts'

/** Everybody who wrote something in it: for them it is their own plan. */
export async function handsIn({ tx, orgId }: Work, plan: ActionPlanRow): Promise<(string | null)[]> {
  // Whoever may read what: all who wrote in it are known.
  const whole = { kind: 'system', orgId, job: 'plan' } as const
  const goals = await listPlanGoals(tx, whole, plan.id)
  const actions = await listPlanActions(tx, whole, plan.id)
  const reviews = await listPlanReviews(tx, whole, plan.id)
  const decisions = await listPlanDecisions(tx, orgId, plan.id)
  return [
    plan.begun_by,
    ...goals.flatMap((goal) => [goal.created_by, goal.let_go_by]),
    ...actions.flatMap((action) => [action.created_by, action.ended_by]),
    ...reviews.map((review) => review.reviewed_by),
    ...decisions.flatMap((decision) => (isDeciding(decision.step) ? [] : [decision.decided_by])),
  ]
}
