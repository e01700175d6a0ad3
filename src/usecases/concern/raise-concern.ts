import { z } from 'zod'
import { insertConcern, lockConcern, saveConcern } from '#db/concern.ts'
import { findContact } from '#db/contact.ts'
import { answerDue, concernLevels } from '#domain/concern/concern.ts'
import { concernPolicy } from '#domain/concern/concern-policy.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { optionalText } from '#domain/person/person.ts'
import { planAftercare } from '#usecases/aftercare/plan-aftercare.ts'
import { addStep } from '#usecases/concern/add-step.ts'
import { askFirst } from '#usecases/concern/ask-colleagues.ts'
import { concernFields } from '#usecases/concern/concern-fields.ts'
import { whomAbout } from '#usecases/concern/whom-about.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { reviewPlanNow } from '#usecases/safety/review-plan-now.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Says that something isn't right, in one tap; words may come later. "Danger now" asks colleagues at once. What is done
 * about it is for a coordinator or the safeguarding lead. Nothing stands in the way: not a state, not a rule.
 */
export const raiseConcern = command({
  name: 'raise-concern',
  action: 'create',
  may: concernPolicy.raise,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    level: z.enum(concernLevels),
    /** The visit it is about. */
    contactId: z.uuid().nullish(),
    words: optionalText(1000),
  }),
  async run(work, { trajectoryId, level, contactId, words }) {
    const { tx, orgId, actor, vault, now, today, zone } = work
    const trajectory = await whomAbout(work, trajectoryId)
    if (actor.kind !== 'member') throw new Forbidden()
    const contact = contactId ? await findContact(tx, actor, contactId) : null
    if (contactId && contact?.trajectory_id !== trajectoryId) throw new NotFound()
    const id = work.newId()
    const personId = trajectory.person_id
    await vault.load([personId])
    const { concernAnswer } = definitionOf(work, trajectory).safety
    await insertConcern(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      person_id: personId,
      contact_id: contact?.id ?? null,
      level,
      state: 'raised',
      raised_by: actor.memberId,
      raised_as:
        isMemberWith(actor, 'worker') &&
        (actor.workerId === trajectory.worker_id || !isMemberWith(actor, 'coordinator', 'safeguarding_lead'))
          ? 'worker'
          : 'staff',
      raised_on: today,
      raised_at: now,
      answer_due_at: answerDue(level, concernAnswer, now.toZonedDateTimeISO(zone)),
      ask_next_at: null,
      words_sealed: concernFields.sealIf(vault, personId, id, 'words_sealed', words),
      outcome: null,
      watch_until: null,
      closed_at: null,
    })
    const row = await lockConcern(tx, { kind: 'system', orgId, job: 'concern' }, id)
    if (!row) throw new NotFound()
    await addStep(work, row, { kind: 'raised', code: level })
    if (level === 'danger_now') {
      await saveConcern(tx, row, { ask_next_at: await askFirst(work, row, trajectory.coordinator_id) })
      await reviewPlanNow(work, trajectory)
      // Whoever stood in it is asked how she is, also when she says nothing of herself.
      if (row.raised_as === 'worker' && actor.workerId)
        await planAftercare(work, { workerId: actor.workerId, because: 'danger', concernId: id })
    }
    return { concernId: id }
  },
})
