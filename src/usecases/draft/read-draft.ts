import { z } from 'zod'
import { type DraftRow, findDrafts } from '#db/draft.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import type { Work } from '#usecases/context.ts'
import { checkSubject, draftFields, draftKey, ownKey, writerOf } from '#usecases/draft/own-draft.ts'
import { draftAnswers } from '#usecases/draft/save-draft.ts'
import { question } from '#usecases/use-case.ts'

/**
 * One's own draft of a form as it was kept last, with what was typed in other places and says something else; `null` if
 * there is none.
 */
export const readDraft = question({
  name: 'read-draft',
  may: contactPolicy.log,
  input: z.strictObject(draftKey),
  async run(work, draft) {
    await checkSubject(work, draft)
    const rows = await findDrafts(work.tx, ownKey(work, draft))
    if (rows.length === 0) return null
    const { memberId } = writerOf(work)
    await work.vault.load([memberId])
    const drafts = rows.flatMap((row) => {
      const body = draftFields.open(work.vault, memberId, row.id, 'body_sealed', row.body_sealed)
      return body === null ? [] : [{ row, body }]
    })
    const [latest, ...others] = drafts
    if (!latest) return null
    return {
      ...shown(work, latest),
      seen: { place: latest.row.place, savedAt: latest.row.saved_at.toString() },
      others: others.filter(({ body }) => body !== latest.body).map((other) => shown(work, other)),
    }
  },
})

const shown = (work: Work, { row, body }: { row: DraftRow; body: string }) => ({
  answers: draftAnswers.parse(JSON.parse(body)),
  savedAt: row.saved_at.toZonedDateTimeISO(work.zone).toPlainDateTime(),
})
