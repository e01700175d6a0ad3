import { z } from 'zod'
import type { ActionPlanRow } from '#db/plan.ts'
import { listPlanActions, listPlanGoals } from '#db/plan-part.ts'
import { isDeciding, mayApprove, needsReason, planReasons, planSteps, stepPlan } from '#domain/plan/plan.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { holdPlan } from '#usecases/plan/held-plan.ts'
import { handsIn } from '#usecases/plan/plan-hands.ts'
import { savePlanStep } from '#usecases/plan/save-plan-step.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Takes a plan a step further: submitted, approved, sent back, opened for other goals, asked to be closed, closed.
 * Approving and closing is for somebody who wrote nothing in it.
 */
export const stepPlanOn = command({
  name: 'step-plan',
  action: 'update',
  may: planPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    step: z.enum(planSteps),
    reason: z.enum(planReasons).nullable().default(null),
  }),
  async run(work, { trajectoryId, version, step, reason }) {
    const { plan, terms, memberId } = await holdPlan(work, trajectoryId, version)
    const next = stepPlan(plan.state, step, terms.approval.value)
    if (isRefusal(next)) throw new Refused(next.refused)
    if (needsReason(step) && reason === null) throw new Invalid({ reason: 'choose-one' })
    if (isDeciding(step)) {
      if (!planPolicy.approve(work.actor)) throw new Forbidden()
      const allowed = mayApprove(memberId, await handsIn(work, plan))
      if (isRefusal(allowed)) throw new Refused(allowed.refused)
    }
    if (step === 'submit') await checkWhole(work, plan)
    await savePlanStep(work, plan, { step, next, memberId, reason: needsReason(step) ? reason : null })
    return { state: next }
  },
})

/** A plan has a goal at least, and something is done for each of them. */
async function checkWhole({ tx, orgId }: Work, plan: ActionPlanRow): Promise<void> {
  // Also what was written before and isn't passed on counts as goal.
  const whole = { kind: 'system', orgId, job: 'plan' } as const
  const goals = (await listPlanGoals(tx, whole, plan.id)).filter(({ let_go_on }) => !let_go_on)
  if (goals.length === 0) throw new Refused('plan-without-goal')
  const actions = await listPlanActions(tx, whole, plan.id)
  const served = new Set(actions.map(({ goal_id }) => goal_id))
  if (goals.some(({ id }) => !served.has(id))) throw new Refused('plan-goal-without-action')
}
