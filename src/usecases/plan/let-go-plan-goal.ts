import { z } from 'zod'
import { savePlan } from '#db/plan.ts'
import { listPlanActions, listPlanGoals, savePlanAction, savePlanGoal } from '#db/plan-part.ts'
import { letGoReasons, takesGoals } from '#domain/plan/plan.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { holdPlan } from '#usecases/plan/held-plan.ts'
import { command } from '#usecases/use-case.ts'

/** Lets a goal go, with the reason; it stays to be seen, and what was still to be done for it is let go with it. */
export const letGoPlanGoal = command({
  name: 'let-go-plan-goal',
  action: 'update',
  may: planPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    goalId: z.uuid(),
    reason: z.enum(letGoReasons),
  }),
  async run(work, { trajectoryId, version, goalId, reason }) {
    const { tx, today, now } = work
    const { plan, memberId } = await holdPlan(work, trajectoryId, version)
    const goal = (await listPlanGoals(tx, work.actor, plan.id)).find(({ id }) => id === goalId)
    if (!goal) throw new NotFound()
    if (!takesGoals(plan.state) || goal.let_go_on) throw new Refused('plan-not-from-this-state')
    await savePlanGoal(tx, goal, {
      let_go_on: today,
      let_go_code: reason,
      let_go_by: memberId,
      let_go_at: now,
    })
    for (const action of await listPlanActions(tx, work.actor, plan.id))
      if (action.goal_id === goalId && !action.ended_on)
        await savePlanAction(tx, action, {
          ended_on: today,
          ended_code: reason,
          ended_by: memberId,
          ended_at: now,
        })
    await savePlan(tx, plan)
    return { goalId }
  },
})
