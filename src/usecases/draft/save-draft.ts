import { z } from 'zod'
import { claimDraft, writeDraft } from '#db/draft.ts'
import { contactPolicy } from '#domain/contact/contact-policy.ts'
import type { Work } from '#usecases/context.ts'
import {
  checkSubject,
  type DraftOf,
  type DraftPlace,
  draftFields,
  draftKey,
  draftPlace,
  goOnFrom,
  unnamed,
  writerOf,
} from '#usecases/draft/own-draft.ts'
import { command } from '#usecases/use-case.ts'

/** What a form holds: answers by field name, as typed. */
export const draftAnswers = z
  .record(z.string().max(60), z.string().max(5000))
  .refine((answers) => Object.keys(answers).length <= 40, 'too-long')

/** Keeps what was typed so far in this place; what is typed elsewhere stands beside it. Says when it was kept. */
export const saveDraft = command({
  name: 'save-draft',
  action: 'update',
  may: contactPolicy.log,
  input: z.strictObject({ ...draftKey, place: draftPlace, answers: draftAnswers }),
  run: (work, draft) => keepDraft(work, draft),
})

/** The same, for what came another way: from a phone that let go of its key. */
export async function keepDraft(
  work: Work,
  {
    form,
    subjectId,
    place,
    answers,
  }: DraftOf & { readonly place: DraftPlace; readonly answers: z.output<typeof draftAnswers> },
) {
  await checkSubject(work, { form, subjectId })
  const { memberId } = writerOf(work)
  await work.vault.load([memberId])
  const id = await claimDraft(work.tx, {
    org_id: work.orgId,
    id: work.newId(),
    member_id: memberId,
    form,
    subject_id: subjectId,
    place: place?.here ?? unnamed,
    body_sealed: Buffer.alloc(0),
    saved_at: work.now,
  })
  const body = draftFields.seal(work.vault, memberId, id, 'body_sealed', JSON.stringify(answers))
  await writeDraft(work.tx, work.orgId, id, body)
  await goOnFrom(work, { form, subjectId }, place)
  return {
    savedAt: work.now.toZonedDateTimeISO(work.zone).toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
