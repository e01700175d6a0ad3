import { conclusions } from '#domain/intake/conclude.ts'
import { deciderWords } from '#domain/intake/exception.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { formOf } from '#pages/form-data.ts'
import { consentWords } from '#pages/intake/consents-page.tsx'
import { AskNext, RuleList } from '#pages/intake/rule-list.tsx'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { askException } from '#usecases/intake/ask-exception.ts'
import { completeIntake } from '#usecases/intake/complete-intake.ts'
import { type IntakeView, readIntake } from '#usecases/intake/read-intake.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

interface Props {
  readonly request: StaffRequest
  readonly intake: IntakeView
  readonly state: FormState
}

/** What the rules say of her, and the one decision that follows. */
async function showDecision(
  request: StaffRequest,
  problem: Problem = noProblem,
  asking: string | null = null,
) {
  const intake = await readIntake(request.context, request.actor, { trajectoryId: idOf(request) })
  return decisionOn({ ...request, t: request.t.of(peopleOf(intake.definition)) }, intake, problem, asking)
}

function decisionOn(request: StaffRequest, intake: IntakeView, problem: Problem, asking: string | null) {
  const { t } = request
  if (intake.mayAsk !== true || intake.version === 0) return seeOther(paths.intake.one(intake.trajectoryId))
  const { definition, eligibility } = intake
  const again: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  const clean: FormState = { t, form: formOf(null), problem: noProblem }
  const state = asking === null ? again : clean
  const elsewhere = intake.exceptions.filter(({ standing }) => standing !== 'hers')
  return page(
    t('intake.rules'),
    <>
      <Heading level={1}>{t('intake.rules')}</Heading>
      <Text lead>{t(`intake.outcome.${eligibility.outcome}`)}</Text>
      <AskNext t={t} definition={definition} eligibility={eligibility} />
      <RuleList t={t} definition={definition} eligibility={eligibility} receivedOn={intake.receivedOn} />
      {eligibility.outcome === 'ask' ? (
        <ButtonLink href={paths.intake.one(intake.trajectoryId)}>{t('intake.back')}</ButtonLink>
      ) : (
        <>
          <Heading>{t('intake.decide')}</Heading>
          {eligibility.outcome === 'exception_possible' &&
            elsewhere.map((exception) => (
              <Elsewhere
                key={exception.rule.id}
                request={request}
                intake={intake}
                exception={exception}
                state={asking === exception.rule.id ? again : clean}
              />
            ))}
          {eligibility.outcome !== 'not_eligible' &&
            elsewhere.every(({ standing }) => standing === 'allowed') && (
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

/** An exception that somebody else decides: who, how far that is, and a form to ask her. */
const Elsewhere = ({
  request,
  intake,
  exception: { rule, decider, standing, reason },
  state,
}: Props & { exception: IntakeView['exceptions'][number] }) => {
  const { t } = request
  const who = { who: deciderWords[decider][t.language], rule: rule.notMet[t.language] }
  if (standing === 'hers') return null
  if (standing !== 'to_ask')
    return (
      <Notice
        tone={standing === 'allowed' ? 'done' : 'attention'}
        title={t(`intake.exception.${standing}`, who)}
      >
        <Text>{who.rule}</Text>
        {reason && <Text quiet>{reason}</Text>}
        {standing === 'asked' && <Text>{t('intake.exception.asked-text')}</Text>}
      </Notice>
    )
  return (
    <section>
      <h3 class="utrecht-heading-3">{t('intake.exception.to-ask', who)}</h3>
      <Text>{who.rule}</Text>
      <PostForm
        state={state}
        action={paths.intake.askException(intake.trajectoryId)}
        submissionKey={request.newKey()}
      >
        <input type="hidden" name="version" value={intake.version} />
        <input type="hidden" name="rule" value={rule.id} />
        <TextArea
          state={state}
          name="argument"
          label={t('intake.exception.argument')}
          hint={t('intake.exception.argument-hint')}
          rows={3}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('intake.exception.ask', who)}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
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
  // Who else decided it said why herself.
  const hers = intake.exceptions.some(({ standing }) => standing === 'hers')
  return (
    <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
      <input type="hidden" name="version" value={intake.version} />
      <input type="hidden" name="conclusion" value="waiting_list" />
      {exception && hers && (
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
  const { definition } = await readIntake(context, actor, { trajectoryId: idOf(request) })
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
  const onList = peopleOf(definition) === 'women' ? 'intake.said.waiting' : 'intake.said.on-list'
  const said = state === 'waiting' ? onList : 'intake.said.closed'
  return seeOther(paths.trajectory.one(idOf(request)), said)
}

async function ask(request: StaffRequest) {
  const { context, actor, form } = request
  await askException(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      version: Number(form.text('version')),
      rule: form.text('rule'),
      argument: form.text('argument'),
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.intake.complete(idOf(request)), 'intake.said.asked')
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
  staffRoute({
    path: paths.intake.askException(':id'),
    who: ['coordinator'],
    get: async (request) => seeOther(paths.intake.complete(idOf(request))),
    post: (request) =>
      attempt(
        () => ask(request),
        (problem) => showDecision(request, problem, request.form.text('rule')),
      ),
  }),
]
