import { z } from 'zod'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { savePlan } from '#db/plan.ts'
import { insertPlanAction, listPlanGoals } from '#db/plan-part.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { doers, takesActions } from '#domain/plan/plan.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { holdPlan } from '#usecases/plan/held-plan.ts'
import { actionFields } from '#usecases/plan/plan-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Adds what somebody does for one of her goals: what, who, by when; and with which party, if one does it. */
export const addPlanAction = command({
  name: 'add-plan-action',
  action: 'create',
  may: planPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    goalId: z.uuid(),
    words: z.string().trim().min(1, 'required').max(500, 'too-long'),
    doer: z.enum(doers),
    /** An organisation around us, or the name of a party that isn't in that list. */
    networkOrganisationId: z.uuid().nullable().default(null),
    party: optionalText(200),
    byDay: dayInput,
  }),
  async run(work, { trajectoryId, version, goalId, words, doer, networkOrganisationId, party, byDay }) {
    const { tx, orgId } = work
    const { trajectory, plan, memberId } = await holdPlan(work, trajectoryId, version)
    const goal = (await listPlanGoals(tx, work.actor, plan.id)).find(({ id }) => id === goalId)
    if (!goal) throw new NotFound()
    if (!takesActions(plan.state) || goal.let_go_on) throw new Refused('plan-not-from-this-state')
    if (isBefore(byDay, work.today)) throw new Invalid({ byDay: 'day-in-the-past' })
    if (networkOrganisationId && !(await findNetworkOrganisation(tx, orgId, networkOrganisationId)))
      throw new NotFound()
    const named = doer === 'party' && (networkOrganisationId !== null || party !== null)
    if (doer === 'party' && !named) throw new Invalid({ party: 'required' })
    const id = work.newId()
    const kept = JSON.stringify({ words, party: named ? party : null })
    await insertPlanAction(tx, {
      org_id: orgId,
      id,
      plan_id: plan.id,
      goal_id: goalId,
      doer,
      network_organisation_id: named ? networkOrganisationId : null,
      words_sealed: actionFields.seal(work.vault, trajectory.person_id, id, 'words_sealed', kept),
      by_day: byDay,
      created_by: memberId,
      created_at: work.now,
    })
    await savePlan(tx, plan)
    return { actionId: id }
  },
})
