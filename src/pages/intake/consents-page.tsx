import { sharingParties } from '#domain/consent/consent.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { consentField, filledIntakeForm, readConsents } from '#pages/intake/intake-form.ts'
import { Buttons, Checkboxes, type FormState, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { agreedHow } from '#pages/safe-contact/safe-contact-form.ts'
import type { T } from '#pages/words/words.ts'
import { type IntakeView, readIntake } from '#usecases/intake/read-intake.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const read = (request: StaffRequest) =>
  readIntake(request.context, request.actor, { trajectoryId: idOf(request) })

/** What she agrees to, read aloud in her language: the last questions of the intake. */
async function showConsents(request: StaffRequest, problem: Problem = noProblem) {
  const intake = await read(request)
  const t = request.t.of(peopleOf(intake.definition))
  if (intake.mayAsk !== true) return seeOther(paths.intake.one(intake.trajectoryId))
  const form = problem === noProblem ? filledIntakeForm(intake) : request.form
  return page(
    t('intake.consents'),
    <>
      <Heading level={1}>{t('intake.consents')}</Heading>
      <Text lead>{t('intake.consents-lead')}</Text>
      <ConsentQuestions
        state={{ t, form, problem }}
        intake={intake}
        submissionKey={problem.refused ? request.newKey() : (request.form.key ?? request.newKey())}
      />
      <Link href={paths.intake.one(intake.trajectoryId)}>{t('intake.back')}</Link>
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const ConsentQuestions = ({
  state,
  intake,
  submissionKey,
}: {
  state: FormState
  intake: IntakeView
  submissionKey: string
}) => {
  const { t } = state
  return (
    <PostForm state={state} submissionKey={submissionKey} action={paths.intake.consents(intake.trajectoryId)}>
      <input type="hidden" name="version" value={intake.version} />
      {intake.consents.asked
        .filter((code) => code !== 'C-6')
        .map((code) => (
          <Radios
            key={code}
            state={state}
            name={consentField(code)}
            label={consentWords(t, code)}
            row
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`intake.answer.${value}`) }))}
          />
        ))}
      {intake.consents.asked.includes('C-6') && (
        <Checkboxes
          state={state}
          name="shareWith"
          label={t('intake.consent.C-6')}
          hint={t('intake.consent.C-6-hint')}
          options={sharingParties.map((value) => ({ value, label: t(`intake.party.${value}`) }))}
        />
      )}
      <Radios
        state={state}
        name="how"
        label={t('safe-contact.how')}
        options={agreedHow.map((value) => ({ value, label: t(`safe-contact.how.${value}`) }))}
      />
      <Buttons>
        <SubmitButton>{t('intake.save-and-decide')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

/** What a consent says, in words that can be read aloud. */
export const consentWords = (t: T, code: string): string => {
  const key = `intake.consent.${code}`
  return t.has(key) ? t(key) : code
}

async function save(request: StaffRequest) {
  const { context, actor, form } = request
  const { consents } = await read(request)
  await saveIntake(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      version: Number(form.text('version')),
      answers: null,
      consents: readConsents(form, consents.asked),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.intake.complete(idOf(request)), 'intake.said.saved')
}

export const intakeConsentRoutes: readonly Route[] = [
  staffRoute({
    path: paths.intake.consents(':id'),
    who: ['coordinator'],
    get: (request) => showConsents(request),
    post: (request) =>
      attempt(
        () => save(request),
        (problem) => showConsents(request, problem),
      ),
  }),
]
