import { z } from 'zod'
import { savePlan } from '#db/plan.ts'
import { listPlanActions, savePlanAction } from '#db/plan-part.ts'
import { letGoReasons, takesActions } from '#domain/plan/plan.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { holdPlan } from '#usecases/plan/held-plan.ts'
import { command } from '#usecases/use-case.ts'

/** An action is done, or let go with the reason. */
export const endPlanAction = command({
  name: 'end-plan-action',
  action: 'update',
  may: planPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    actionId: z.uuid(),
    how: z.enum(['done', ...letGoReasons]),
  }),
  async run(work, { trajectoryId, version, actionId, how }) {
    const { tx, today, now } = work
    const { plan, memberId } = await holdPlan(work, trajectoryId, version)
    const action = (await listPlanActions(tx, work.actor, plan.id)).find(({ id }) => id === actionId)
    if (!action) throw new NotFound()
    if (!takesActions(plan.state) || action.ended_on) throw new Refused('plan-not-from-this-state')
    await savePlanAction(tx, action, {
      ended_on: today,
      ended_code: how,
      ended_by: memberId,
      ended_at: now,
    })
    await savePlan(tx, plan)
    return { actionId }
  },
})
