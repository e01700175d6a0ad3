import { logFieldNames } from '#domain/contact/log-answers.ts'
import { draftOf } from '#pages/contact/log-answers.ts'
import type { Form } from '#pages/form-data.ts'
import { type Answer, type StaffRequest, seeOther } from '#pages/page.ts'
import { dropDraft } from '#usecases/draft/drop-draft.ts'
import type { DraftOf } from '#usecases/draft/own-draft.ts'
import { saveDraft } from '#usecases/draft/save-draft.ts'
import { Invalid } from '#usecases/failure.ts'

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
  const { savedAt } = await saveDraft(context, actor, {
    ...draft,
    place: placeIn(form),
    answers: draftOf(form),
  })
  return doing === 'draft'
    ? seeOther(to.afterSave, 'contact.said.draft')
    : { kind: 'file', name: 'draft.json', type: 'application/json', body: JSON.stringify({ savedAt }) }
}

/** Where this form is typed, and from which draft it began; said in two hidden fields. */
export function placeIn(form: Form) {
  const here = form.text('place')
  if (!/^[a-z0-9-]{1,40}$/.test(here)) return null
  const [, place, savedAt] = /^([a-z0-9-]{1,40})@([\dT:.-]{10,40}Z)$/.exec(form.text('from')) ?? []
  return { here, from: place && savedAt ? { place, savedAt } : null }
}

/** A photograph where words are asked: said at once, with all the rest of the form as it was. */
export function refuseFiles(form: Form): void {
  const names = logFieldNames.filter((name) => form.file(name) !== null)
  if (names.length > 0) throw new Invalid(Object.fromEntries(names.map((name) => [name, 'text-not-photo'])))
}
