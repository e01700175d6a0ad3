import { z } from 'zod'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { contactLog } from '#usecases/contact/contact-log.ts'
import { holdTrajectory } from '#usecases/contact/held-contact.ts'
import { writeDownExtra } from '#usecases/contact/write-down.ts'
import { draftPlace, dropOwnDraft } from '#usecases/draft/own-draft.ts'
import { command } from '#usecases/use-case.ts'

/** Writes down a contact that nobody had planned. It counts, and takes the place of none in the plan. */
export const addContact = command({
  name: 'add-contact',
  action: 'create',
  may: contactPolicy.log,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    place: draftPlace,
    ...contactLog,
    kind: z.literal('done'),
  }),
  async run(work, { trajectoryId, place, ...log }) {
    const trajectory = await holdTrajectory(work, trajectoryId)
    const written = await writeDownExtra(work, trajectory, log)
    await dropOwnDraft(work, { form: 'contact-extra', subjectId: trajectoryId, place })
    return written
  },
})
