import { type ActionPlanRow, insertPlanDecision, savePlan } from '#db/plan.ts'
import type { PlanReason, PlanState, PlanStep } from '#domain/plan/plan.ts'
import type { Work } from '#usecases/context.ts'

interface Taken {
  readonly step: PlanStep
  readonly next: PlanState
  readonly memberId: string
  readonly reason: PlanReason | null
}

/** Keeps who took the step and when; the day on which it was approved is the one from which it is looked at again. */
export async function savePlanStep(
  work: Work,
  plan: ActionPlanRow,
  { step, next, memberId, reason }: Taken,
): Promise<void> {
  const { tx, orgId, today, now } = work
  await insertPlanDecision(tx, {
    org_id: orgId,
    id: work.newId(),
    plan_id: plan.id,
    step,
    reason_code: reason,
    decided_on: today,
    decided_by: memberId,
    decided_at: now,
  })
  await savePlan(tx, plan, {
    state: next,
    ...(next === 'agreed' && plan.state !== 'closing' ? { agreed_on: today } : {}),
    ...(next === 'closed' ? { closed_on: today } : {}),
  })
  work.about({ detail: { step } })
}
