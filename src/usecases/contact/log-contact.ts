import { z } from 'zod'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { versionInput } from '#domain/version.ts'
import { agreement, contactLog } from '#usecases/contact/contact-log.ts'
import { holdContact } from '#usecases/contact/held-contact.ts'
import { writeDownPlanned } from '#usecases/contact/write-down.ts'
import { draftPlace, dropOwnDraft } from '#usecases/draft/own-draft.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes down what became of a planned contact: done, called off and by whom, or nobody in; and what was agreed for
 * the next. The draft goes in the same transaction. `safetyFact` is true if her partner called it off.
 */
export const logContact = command({
  name: 'log-contact',
  action: 'update',
  may: contactPolicy.log,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    place: draftPlace,
    ...contactLog,
    ...agreement,
  }),
  async run(work, { id, version, place, ...log }) {
    const held = await holdContact(work, { id, version })
    const written = await writeDownPlanned(work, held, log)
    await dropOwnDraft(work, { form: 'contact-log', subjectId: id, place })
    return written
  },
})
