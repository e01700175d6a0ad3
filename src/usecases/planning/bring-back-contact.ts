import { z } from 'zod'
import { saveContact } from '#db/contact.ts'
import { mayTake } from '#domain/contact/contact.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { versionInput } from '#domain/version.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import { holdContact } from '#usecases/contact/held-contact.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** A visit that somebody left out is asked after all: it stands in the plan again as it did. */
export const bringBackContact = command({
  name: 'bring-back-contact',
  action: 'update',
  may: contactPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { row, trajectory } = await holdContact(work, { id, version })
    // What the plan itself no longer asks for comes back with the plan alone.
    if (!mayTake(contactOf(row).state, 'owe-again') || row.skip_reason === null)
      throw new Refused('not-from-this-state')
    await saveContact(work.tx, row, { state: 'planned', skip_reason: null, logged_by: null, logged_at: null })
    await settleContacts(work, trajectory)
    return { contactId: id, trajectoryId: trajectory.id }
  },
})
