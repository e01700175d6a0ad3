import { formAnswers, other, readAgreement, readLog } from '#domain/contact/log-answers.ts'
import type { Day } from '#domain/day.ts'
import { WhatWasLogged } from '#pages/contact/contact-facts.tsx'
import { answerDraft, placeIn, refuseFiles } from '#pages/contact/draft-answers.ts'
import { DraftBar, DraftPlace, type KeptDraft, OtherDrafts } from '#pages/contact/draft-bar.tsx'
import { onLogForm } from '#pages/contact/log-answers.ts'
import { NextMeeting, VisitQuestions, WhatHappened, Words } from '#pages/contact/log-form.tsx'
import { typed } from '#pages/contact/typed.ts'
import { ClaimFields, filledClaim } from '#pages/expense/claim-fields.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Notice, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { correctContact } from '#usecases/contact/correct-contact.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { type ContactPage, readContact } from '#usecases/contact/read-contact.ts'
import { readDraft } from '#usecases/draft/read-draft.ts'
import { NotFound } from '#usecases/failure.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const draftAbout = (request: StaffRequest) => ({ form: 'contact-log', subjectId: idOf(request) }) as const

/** Writing down how a visit went, or mending it the same day. A volunteer does this on her phone, in a minute. */
export const logContactRoutes: readonly Route[] = [
  staffRoute({
    path: paths.contact.log(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => showLog(request),
    post: (request) =>
      attempt(
        async () =>
          (await answerDraft(request, draftAbout(request), {
            afterSave: paths.contact.one(idOf(request)),
            afterDrop: paths.contact.log(idOf(request)),
          })) ?? send(request),
        (problem) => showLog(request, onLogForm(problem)),
      ),
  }),
]

async function send(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, today } = request
  refuseFiles(form)
  const id = idOf(request)
  const { kind, ...log } = readLog(form, today)
  const version = Number(form.text('version'))
  // An unknown answer is left for the use case to refuse, so that all problems come back at once.
  const said = { id, version, place: placeIn(form), kind: kind ?? ('' as 'done'), ...log }
  const submission = form.key ? { key: form.key } : undefined
  const { safetyFact } =
    form.text('mending') === 'yes'
      ? await correctContact(context, actor, said, submission)
      : await logContact(context, actor, { ...said, ...readAgreement(form, today) }, submission)
  return seeOther(paths.contact.one(id), safetyFact ? 'contact.said.partner' : 'contact.said.logged')
}

async function showLog(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, today } = request
  const contact = await readContact(context, actor, { id: idOf(request) })
  const t = request.t.of(contact.people)
  const mending = contact.abilities.correct
  const again = problem !== noProblem
  if (!again && !contact.abilities.log && !mending) throw new NotFound()
  const draft = again ? null : await readDraft(context, actor, draftAbout(request))
  const form = again
    ? request.form
    : filledForm({
        ...known(contact, today),
        ...filledClaim(contact.claim),
        ...formAnswers(draft?.answers ?? {}),
      })
  const state = { t, form, problem }
  const title = t(mending ? 'contact.correct-title' : 'contact.log-title', { name: contact.givenName })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {problem.refused?.code === 'changed-meanwhile' && (
        <Notice tone="attention" title={t('contact.conflict')}>
          <WhatWasLogged t={t} contact={contact} today={today} />
          <Text>{t('contact.conflict-text')}</Text>
        </Notice>
      )}
      <div class="naast-log">
        <PostForm
          state={state}
          submissionKey={request.form.key ?? request.newKey()}
          action={paths.contact.log(contact.id)}
        >
          <input type="hidden" name="version" value={contact.version} />
          {mending && <input type="hidden" name="mending" value="yes" />}
          <DraftPlace form={request.form} draft={draft} place={request.newKey()} />
          {draft && <OtherDrafts t={t} drafts={draft.others} today={today} />}
          <WhatHappened state={state} />
          <VisitQuestions state={state} about={contact} today={today} />
          <Words state={state} />
          <ClaimFields state={state} claim={contact.claim} />
          {!mending && <NextMeeting state={state} today={today} />}
          <DraftBar t={t} draft={draft} today={today} about={draftAbout(request)} />
          <LogButtons t={t} draft={draft} />
        </PostForm>
      </div>
    </>,
    { islands: ['visit-draft'] },
  )
}

export const LogButtons = ({ t, draft }: { t: StaffRequest['t']; draft: KeptDraft | null }) => (
  <Buttons>
    <SubmitButton name="do" value="log">
      {t('contact.log')}
    </SubmitButton>
    <SubmitButton name="do" value="draft" kind="secondary">
      {t('contact.save-later')}
    </SubmitButton>
    {draft && (
      <SubmitButton name="do" value="drop" kind="secondary">
        {t('contact.drop-draft')}
      </SubmitButton>
    )}
  </Buttons>
)

/** What is known already: a visit that was logged as it stands, one to come as it was planned. */
function known(contact: ContactPage, today: Day): Parameters<typeof filledForm>[0] {
  const { notes } = contact
  if (contact.state === 'planned') {
    const passed = contact.plannedOn && Temporal.PlainDate.compare(contact.plannedOn, today) <= 0
    return { on: (passed ? contact.plannedOn : today)?.toString(), mode: contact.mode, nextOn: '' }
  }
  const on = contact.doneOn ?? contact.plannedOn
  return {
    what: contact.state === 'cancelled' ? `cancelled-${contact.cancelledBy}` : contact.state,
    on: other,
    onTyped: on && typed(on),
    mode: contact.mode,
    minutes: other,
    minutesTyped: contact.minutes === null ? null : String(contact.minutes),
    talkSheet: contact.talkSheet,
    sheet: contact.usedSheet?.id,
    feeling: notes?.went?.feeling,
    present: notes?.went?.present,
    partnerTookPart: notes?.went?.partnerTookPart ? 'yes' : null,
    children: notes?.went?.children,
    goals: notes?.went?.goals,
    went: notes?.went?.text,
    next: notes?.next,
  }
}
