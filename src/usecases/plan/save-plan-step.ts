import { type ActionPlanRow, insertPlanDecision, savePlan } from '#db/plan.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import { type PlanReason, type PlanState, type PlanStep, planTasks } from '#domain/plan/plan.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

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
  await keepTasks(work, plan, next, memberId)
  work.about({ detail: { step } })
}

/** What waits for somebody else stands on the worklist, for as long as it waits. */
async function keepTasks(
  work: Work,
  { trajectory_id: trajectoryId }: ActionPlanRow,
  next: PlanState,
  memberId: string,
): Promise<void> {
  const done = { at: work.now, by: memberId, code: 'done' }
  for (const reason of Object.values(planTasks))
    await finishTasksOfTrajectory(work.tx, work.orgId, trajectoryId, reason, done)
  if (next === 'submitted' || next === 'closing')
    await createTask(work, { kind: 'plan', reasonCode: planTasks[next], trajectoryId })
}
