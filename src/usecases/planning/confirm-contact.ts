import { z } from 'zod'
import { saveContact } from '#db/contact.ts'
import { mayTake } from '#domain/contact/contact.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { isBefore } from '#domain/day.ts'
import { versionInput } from '#domain/version.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import { holdContact } from '#usecases/contact/held-contact.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** She said yes to the day that stands (domain.md 7.1, planned → confirmed). Another day is asked anew. */
export const confirmContact = command({
  name: 'confirm-contact',
  action: 'update',
  may: contactPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { row, trajectory } = await holdContact(work, { id, version })
    if (!mayTake(contactOf(row).state, 'confirm')) throw new Refused('not-from-this-state')
    if (!row.planned_on || isBefore(row.planned_on, work.today)) throw new Refused('confirm-no-day')
    await saveContact(work.tx, row, { confirmed_on: work.today })
    return { contactId: id, trajectoryId: trajectory.id }
  },
})
