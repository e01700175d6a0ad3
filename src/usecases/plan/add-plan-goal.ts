import { z } from 'zod'
import { type ActionPlanRow, insertPlan, lockPlan, savePlan } from '#db/plan.ts'
import { insertPlanGoal } from '#db/plan-part.ts'
import { sayable } from '#domain/closure/closure.ts'
import { takesGoals } from '#domain/plan/plan.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { goalInput } from '#usecases/plan/goal-input.ts'
import { holdWithPlan } from '#usecases/plan/held-plan.ts'
import { goalFields } from '#usecases/plan/plan-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Adds a goal in her own words; the first one begins the plan. */
export const addPlanGoal = command({
  name: 'add-plan-goal',
  action: 'create',
  may: planPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    /** Of the plan; `null` while there is none, or only one that was closed. */
    version: versionInput.nullable(),
    ...goalInput,
  }),
  async run(work, { trajectoryId, version, words, domain, weight, startLevel, levels }) {
    const { trajectory, definition, memberId } = await holdWithPlan(work, trajectoryId)
    const domains = sayable(definition.adversityGrid?.domains ?? [], trajectory.quiet_since !== null)
    if (domain !== null && !domains.some(({ fact }) => fact === domain))
      throw new Invalid({ domain: 'choose-one' })
    const planId = await takeDraft(work, trajectoryId, version, memberId)
    const id = work.newId()
    const kept = JSON.stringify({ words, levels })
    await insertPlanGoal(work.tx, {
      org_id: work.orgId,
      id,
      plan_id: planId,
      domain,
      words_sealed: goalFields.seal(work.vault, trajectory.person_id, id, 'words_sealed', kept),
      weight,
      start_level: startLevel,
      created_by: memberId,
      created_at: work.now,
    })
    return { goalId: id }
  },
})

/** The plan that is being written: the one there is, or a new one. */
async function takeDraft(
  work: Work,
  trajectoryId: string,
  version: number | null,
  memberId: string,
): Promise<string> {
  const found = await lockPlan(work.tx, work.orgId, trajectoryId)
  const plan = found && found.state !== 'closed' ? found : null
  if ((plan?.version ?? null) !== version) throw new Refused('changed-meanwhile')
  if (!plan) return beginPlan(work, trajectoryId, memberId)
  if (!takesGoals(plan.state)) throw new Refused('plan-not-from-this-state')
  await savePlan(work.tx, plan)
  return plan.id
}

async function beginPlan(work: Work, trajectoryId: string, memberId: string): Promise<ActionPlanRow['id']> {
  const id = work.newId()
  await insertPlan(work.tx, {
    org_id: work.orgId,
    id,
    trajectory_id: trajectoryId,
    state: 'draft',
    begun_by: memberId,
    begun_at: work.now,
  })
  return id
}
