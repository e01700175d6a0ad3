import { z } from 'zod'
import { insertSafetyPlan, listSafetyPlans } from '#db/safety-plan.ts'
import { dayInput } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { longestCard, longestPlan, mayReviewOn, telltaleOn } from '#domain/safety/safety-plan.ts'
import { safetyPolicy } from '#domain/safety/safety-policy.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { holdSafety } from '#usecases/safety/held-safety.ts'
import { ownNames } from '#usecases/safety/own-names.ts'
import { endPlanReviews } from '#usecases/safety/review-plan-now.ts'
import { safetyPlanFields } from '#usecases/safety/safety-fields.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/** A new version of what is agreed with her; the ones before stay. On its day somebody looks at it with her again. */
export const writeSafetyPlan = command({
  name: 'write-safety-plan',
  action: 'create',
  may: safetyPolicy.decide,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    /** The number of the version that was on the screen; 0 if there was none. */
    basedOn: z.int().min(0).max(10_000),
    plan: z.string().trim().min(1).max(longestPlan),
    card: optionalText(longestCard),
    reviewOn: dayInput,
  }),
  async run(work, { trajectoryId, basedOn, plan, card, reviewOn }) {
    const { tx, orgId, actor, today, now, vault } = work
    const { trajectory, definition, memberId } = await holdSafety(work, trajectoryId)
    const [latest] = await listSafetyPlans(tx, actor, trajectoryId)
    if ((latest?.number ?? 0) !== basedOn) throw new Refused('changed-meanwhile')
    const day = mayReviewOn(reviewOn, definition.safety, today)
    if (isRefusal(day)) throw new Invalid({ reviewOn: day.refused })
    const telltale = card && telltaleOn(card, await ownNames(work))
    if (telltale) throw new Refused('card-tells', { word: telltale })
    const id = work.newId()
    const { person_id } = trajectory
    await insertSafetyPlan(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      person_id,
      number: basedOn + 1,
      plan_sealed: safetyPlanFields.seal(vault, person_id, id, 'plan_sealed', plan),
      card_sealed: safetyPlanFields.sealIf(vault, person_id, id, 'card_sealed', card),
      review_on: reviewOn,
      written_on: today,
      written_by: memberId,
      written_at: now,
    })
    await endPlanReviews(work, trajectoryId, 'done')
    await createTask(work, {
      kind: 'safety',
      reasonCode: 'plan-review',
      personId: person_id,
      trajectoryId,
      dueOn: reviewOn,
    })
    return { planId: id, number: basedOn + 1 }
  },
})
