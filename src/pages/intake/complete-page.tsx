import { conclusions } from '#domain/intake/conclude.ts'
import { formOf } from '#pages/form-data.ts'
import { consentWords } from '#pages/intake/consents-page.tsx'
import { AskNext, RuleList } from '#pages/intake/rule-list.tsx'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { completeIntake } from '#usecases/intake/complete-intake.ts'
import { type IntakeView, readIntake } from '#usecases/intake/read-intake.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

interface Props {
  readonly request: StaffRequest
  readonly intake: IntakeView
  readonly state: FormState
}

/** What the rules say of her, and the one decision that follows. */
async function showDecision(request: StaffRequest, problem: Problem = noProblem) {
  const { t } = request
  const intake = await readIntake(request.context, request.actor, { trajectoryId: idOf(request) })
  if (intake.mayAsk !== true || intake.version === 0) return seeOther(paths.intake.one(intake.trajectoryId))
  const { definition, eligibility } = intake
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return page(
    t('intake.rules'),
    <>
      <Heading level={1}>{t('intake.rules')}</Heading>
      <Text lead>{t(`intake.outcome.${eligibility.outcome}`)}</Text>
      <AskNext t={t} definition={definition} eligibility={eligibility} />
      <RuleList t={t} definition={definition} eligibility={eligibility} />
      {eligibility.outcome === 'ask' ? (
        <ButtonLink href={paths.intake.one(intake.trajectoryId)}>{t('intake.back')}</ButtonLink>
      ) : (
        <>
          <Heading>{t('intake.decide')}</Heading>
          {eligibility.outcome !== 'not_eligible' && (
            <TakeIn request={request} intake={intake} state={state} />
          )}
          {eligibility.outcome === 'not_eligible' && (
            <SendElsewhere request={request} intake={intake} state={state} />
          )}
          {eligibility.outcome === 'exception_possible' && (
            <details class="naast-more">
              <summary>{t('intake.no-exception')}</summary>
              <SendElsewhere request={request} intake={intake} state={{ ...state, problem: noProblem }} />
            </details>
          )}
          <Link href={paths.intake.one(intake.trajectoryId)}>{t('intake.back')}</Link>
        </>
      )}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

const TakeIn = ({ request, intake, state }: Props) => {
  const { t } = request
  const { missing } = intake.consents
  if (missing.length > 0)
    return (
      <Notice tone="attention" title={t('intake.consent-missing')}>
        <ul class="utrecht-unordered-list">
          {missing.map((code) => (
            <li key={code}>{consentWords(t, code)}</li>
          ))}
        </ul>
        <Text>{t('intake.consent-missing-text')}</Text>
        <ButtonLink href={paths.intake.consents(intake.trajectoryId)}>{t('intake.go-consents')}</ButtonLink>
      </Notice>
    )
  const exception = intake.eligibility.outcome === 'exception_possible'
  return (
    <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
      <input type="hidden" name="version" value={intake.version} />
      <input type="hidden" name="conclusion" value="waiting_list" />
      {exception && (
        <TextArea state={state} name="exceptionReason" label={t('intake.exception-reason')} rows={3} />
      )}
      <Buttons>
        <SubmitButton>{t(exception ? 'intake.make-exception' : 'intake.put-on-list')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

const SendElsewhere = ({ request, intake, state }: Props) => {
  const { t } = request
  const options = intake.eligibility.redirect.map(({ id, label }) => ({
    value: id,
    label: label[t.language],
  }))
  return (
    <PostForm state={state} submissionKey={request.newKey()}>
      <input type="hidden" name="version" value={intake.version} />
      <input type="hidden" name="conclusion" value="not_eligible" />
      <Radios
        state={state}
        name="redirectTo"
        label={t('intake.redirect')}
        hint={t('intake.redirect-hint')}
        options={[...options, { value: '', label: t('intake.redirect-none') }]}
      />
      <Buttons>
        <SubmitButton kind="secondary">{t('intake.close')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

async function decide(request: StaffRequest) {
  const { context, actor, form } = request
  const conclusion = conclusions.find((one) => one === form.text('conclusion'))
  if (!conclusion) throw new Invalid({ conclusion: 'choose-one' })
  const { state } = await completeIntake(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      version: Number(form.text('version')),
      conclusion,
      exceptionReason: form.optional('exceptionReason'),
      redirectTo: form.optional('redirectTo'),
    },
    form.key ? { key: form.key } : undefined,
  )
  const said = state === 'waiting' ? 'intake.said.waiting' : 'intake.said.closed'
  return seeOther(paths.trajectory.one(idOf(request)), said)
}

export const completeIntakeRoutes: readonly Route[] = [
  staffRoute({
    path: paths.intake.complete(':id'),
    who: ['coordinator'],
    get: (request) => showDecision(request),
    post: (request) =>
      attempt(
        () => decide(request),
        (problem) => showDecision(request, problem),
      ),
  }),
]
