import { z } from 'zod'
import { json } from '#db/connection.ts'
import { insertPlanReview, savePlan } from '#db/plan.ts'
import { listPlanGoals, savePlanGoal } from '#db/plan-part.ts'
import { optionalText } from '#domain/person/person.ts'
import { levels } from '#domain/plan/goal-attainment.ts'
import { reviewOutcomes, stepAfterReview, stepPlan, takesReview } from '#domain/plan/plan.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { holdPlan } from '#usecases/plan/held-plan.ts'
import { reviewFields } from '#usecases/plan/plan-fields.ts'
import { savePlanStep } from '#usecases/plan/save-plan-step.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps that the plan was looked at together today: where each goal stands, and what comes of it. */
export const reviewPlan = command({
  name: 'review-plan',
  action: 'update',
  may: planPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    /** By goal; every goal that goes on is looked at. */
    levels: z.record(z.uuid(), z.literal([...levels])),
    outcome: z.enum(reviewOutcomes),
    words: optionalText(2000),
  }),
  async run(work, { trajectoryId, version, levels: rated, outcome, words }) {
    const { tx, orgId, today, now, vault } = work
    const { trajectory, plan, terms, memberId } = await holdPlan(work, trajectoryId, version)
    if (!takesReview(plan.state)) throw new Refused('plan-not-from-this-state')
    const goals = (await listPlanGoals(tx, work.actor, plan.id)).filter(({ let_go_on }) => !let_go_on)
    const known = new Set(goals.map(({ id }) => id))
    const wrong = [
      ...goals.filter(({ id }) => rated[id] === undefined).map(({ id }) => [id, 'choose-one']),
      ...Object.keys(rated)
        .filter((id) => !known.has(id))
        .map((id) => [id, 'unknown-field']),
    ]
    if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong))
    for (const goal of goals) await savePlanGoal(tx, goal, { level: rated[goal.id] ?? null })
    const id = work.newId()
    await insertPlanReview(tx, {
      org_id: orgId,
      id,
      plan_id: plan.id,
      reviewed_on: today,
      outcome,
      levels: json(rated),
      words_sealed: reviewFields.sealIf(vault, trajectory.person_id, id, 'words_sealed', words),
      reviewed_by: memberId,
      reviewed_at: now,
    })
    const step = stepAfterReview[outcome]
    if (step === null) {
      await savePlan(tx, plan)
      return { state: plan.state }
    }
    const next = stepPlan(plan.state, step, terms.approval.value)
    if (isRefusal(next)) throw new Refused(next.refused)
    await savePlanStep(work, plan, { step, next, memberId, reason: null })
    return { state: next }
  },
})
