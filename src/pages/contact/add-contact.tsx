import { formAnswers, readLog } from '#domain/contact/log-answers.ts'
import { answerDraft, placeIn, refuseFiles } from '#pages/contact/draft-answers.ts'
import { DraftBar, DraftPlace, OtherDrafts } from '#pages/contact/draft-bar.tsx'
import { onLogForm } from '#pages/contact/log-answers.ts'
import { LogButtons } from '#pages/contact/log-contact.tsx'
import { VisitQuestions, Words } from '#pages/contact/log-form.tsx'
import { ClaimFields } from '#pages/expense/claim-fields.tsx'
import { filledForm } from '#pages/form-data.ts'
import { PostForm } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { addContact } from '#usecases/contact/add-contact.ts'
import { readContactTerms } from '#usecases/contact/read-contact-terms.ts'
import { readDraft } from '#usecases/draft/read-draft.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const draftAbout = (request: StaffRequest) => ({ form: 'contact-extra', subjectId: idOf(request) }) as const

/** A contact that nobody had planned: they met, or she called. */
export const addContactRoutes: readonly Route[] = [
  staffRoute({
    path: paths.trajectory.addContact(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => showExtra(request),
    post: (request) =>
      attempt(
        async () =>
          (await answerDraft(request, draftAbout(request), {
            afterSave: paths.trajectory.contacts(idOf(request)),
            afterDrop: paths.trajectory.addContact(idOf(request)),
          })) ?? send(request),
        (problem) => showExtra(request, onLogForm(problem)),
      ),
  }),
]

async function send(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, today } = request
  refuseFiles(form)
  await addContact(
    context,
    actor,
    { ...readLog(form, today), kind: 'done', trajectoryId: idOf(request), place: placeIn(form) },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.trajectory.contacts(idOf(request)), 'contact.said.logged')
}

async function showExtra(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, today } = request
  const about = await readContactTerms(context, actor, { trajectoryId: idOf(request) })
  const t = request.t.of(about.people)
  const again = problem !== noProblem
  const draft = again ? null : await readDraft(context, actor, draftAbout(request))
  const form = again
    ? request.form
    : filledForm({ on: today.toString(), ...formAnswers(draft?.answers ?? {}) })
  const state = { t, form, problem }
  const title = t('contact.extra-title', { name: about.givenName })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text>{t('contact.extra-lead')}</Text>
      <div class="naast-log">
        <PostForm
          state={state}
          submissionKey={request.form.key ?? request.newKey()}
          action={paths.trajectory.addContact(idOf(request))}
        >
          <DraftPlace form={request.form} draft={draft} place={request.newKey()} />
          {draft && <OtherDrafts t={t} drafts={draft.others} today={today} />}
          <VisitQuestions state={state} about={about} today={today} />
          <Words state={state} />
          <ClaimFields state={state} claim={about.claim} />
          <DraftBar t={t} draft={draft} today={today} about={draftAbout(request)} />
          <LogButtons t={t} draft={draft} />
        </PostForm>
      </div>
    </>,
    { islands: ['visit-draft'] },
  )
}
