import { draftOf } from '#pages/contact/log-answers.ts'
import { type Answer, type StaffRequest, seeOther } from '#pages/page.ts'
import { dropDraft } from '#usecases/draft/drop-draft.ts'
import type { DraftOf } from '#usecases/draft/own-draft.ts'
import { saveDraft } from '#usecases/draft/save-draft.ts'

/** The buttons of a form that have to do with its draft; `null` if it was sent to be logged. */
export async function answerDraft(
  request: StaffRequest,
  draft: DraftOf,
  to: { afterSave: string; afterDrop: string },
): Promise<Answer | null> {
  const { context, actor, form } = request
  const doing = form.text('do')
  if (doing === 'drop') {
    await dropDraft(context, actor, draft)
    return seeOther(to.afterDrop, 'contact.said.dropped')
  }
  if (doing !== 'draft' && doing !== 'draft-quiet') return null
  const { savedAt } = await saveDraft(context, actor, { ...draft, answers: draftOf(form) })
  return doing === 'draft'
    ? seeOther(to.afterSave, 'contact.said.draft')
    : { kind: 'file', name: 'draft.json', type: 'application/json', body: JSON.stringify({ savedAt }) }
}
