import { z } from 'zod'
import { saveContact } from '#db/contact.ts'
import { mayTake, skipReasons } from '#domain/contact/contact.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { versionInput } from '#domain/version.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import { holdContact } from '#usecases/contact/held-contact.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Leaves out a visit of the plan, with the reason: nobody called anything off, and none is owed in its place. Where a day
 * was agreed with her it isn't left out but called off, so that who did is asked.
 */
export const skipContact = command({
  name: 'skip-contact',
  action: 'update',
  may: contactPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput, reason: z.enum(skipReasons) }),
  async run(work, { id, version, reason }) {
    const { row, trajectory } = await holdContact(work, { id, version })
    if (!mayTake(contactOf(row).state, 'skip')) throw new Refused('not-from-this-state')
    if (row.planned_on) throw new Refused('skip-agreed-day')
    await saveContact(work.tx, row, {
      state: 'skipped',
      skip_reason: reason,
      logged_by: actorId(work.actor),
      logged_at: work.now,
    })
    await settleContacts(work, trajectory)
    return { contactId: id, trajectoryId: trajectory.id }
  },
})
