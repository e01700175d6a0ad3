import { z } from 'zod'
import { findDraft } from '#db/draft.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import { checkSubject, draftFields, draftKey, ownKey, writerOf } from '#usecases/draft/own-draft.ts'
import { draftAnswers } from '#usecases/draft/save-draft.ts'
import { question } from '#usecases/use-case.ts'

/** One's own draft of a form, with the time at which it was kept; `null` if there is none. */
export const readDraft = question({
  name: 'read-draft',
  may: contactPolicy.log,
  input: z.strictObject(draftKey),
  async run(work, draft) {
    await checkSubject(work, draft)
    const row = await findDraft(work.tx, ownKey(work, draft))
    if (!row) return null
    const { memberId } = writerOf(work)
    await work.vault.load([memberId])
    const body = draftFields.open(work.vault, memberId, row.id, 'body_sealed', row.body_sealed)
    return body === null
      ? null
      : {
          answers: draftAnswers.parse(JSON.parse(body)),
          savedAt: row.saved_at.toZonedDateTimeISO(work.zone).toPlainDateTime(),
        }
  },
})
