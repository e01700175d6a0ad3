import { deciderWords, rulingOutcomes } from '#domain/intake/exception.ts'
import { formOf } from '#pages/form-data.ts'
import { sourceInWords } from '#pages/intake/rule-list.tsx'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { decideException } from '#usecases/intake/decide-exception.ts'
import { type ExceptionPage, readException } from '#usecases/intake/read-exception.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** One exception that was asked for: the rule, the argument, and the answer of whoever the programme names. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, today } = request
  const exception = await readException(context, actor, { id: idOf(request) })
  const t = request.t.of(exception.people)
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  const { rule, sources } = exception
  const who = deciderWords[exception.decider][t.language]
  return page(
    t('exception.title'),
    <>
      <Heading level={1}>{[exception.programme[t.language], t('exception.title')].join(': ')}</Heading>
      <Summary
        rows={[
          [t('signal.about'), exception.name],
          [
            t('exception.rule'),
            rule && `${rule.notMet[t.language]} (${sourceInWords(t, { sources }, rule)})`,
          ],
          [
            t('exception.allows'),
            rule?.exception
              ? `${rule.exception.label[t.language]} (${sourceInWords(t, { sources }, rule.exception)})`
              : null,
          ],
          [t('exception.argument'), exception.argument],
          [t('exception.asked-on'), t.day(exception.askedOn, today)],
          [t('exception.decider'), who],
        ]}
      />
      {exception.trajectoryId && (
        <p class="naast-actions">
          <ButtonLink href={paths.trajectory.one(exception.trajectoryId)} kind="secondary">
            {t('task.to-trajectory')}
          </ButtonLink>
        </p>
      )}
      <Answer request={request} exception={exception} state={state} who={who} />
    </>,
    { place: paths.today() },
  )
}

interface Props {
  readonly request: StaffRequest
  readonly exception: ExceptionPage
  readonly state: FormState
  readonly who: string
}

const Answer = ({ request, exception, state, who }: Props) => {
  const { t, today } = request
  if (exception.outcome)
    return (
      <Notice tone={exception.outcome === 'allowed' ? 'done' : 'attention'}>
        <Summary
          rows={[
            [t('exception.decided-on'), exception.decidedOn && t.day(exception.decidedOn, today)],
            [t('exception.outcome'), t(`exception.outcome.${exception.outcome}`)],
            [t('exception.reason'), exception.reason],
          ]}
        />
      </Notice>
    )
  if (exception.lapsed)
    return (
      <Notice tone="info" title={t('exception.lapsed')}>
        <Text>{t('exception.lapsed-text')}</Text>
      </Notice>
    )
  if (!exception.abilities.decide) return <Text>{t('exception.not-yours', { who })}</Text>
  return (
    <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
      <Radios
        state={state}
        name="outcome"
        label={t('exception.outcome')}
        options={rulingOutcomes.map((one) => ({ value: one, label: t(`exception.outcome.${one}`) }))}
      />
      <TextArea state={state} name="reason" label={t('exception.reason')} rows={3} />
      <Buttons>
        <SubmitButton>{t('exception.decide')}</SubmitButton>
      </Buttons>
    </PostForm>
  )
}

async function decide(request: StaffRequest) {
  const { context, actor, form } = request
  const outcome = rulingOutcomes.find((one) => one === form.text('outcome'))
  if (!outcome) throw new Invalid({ outcome: 'choose-one' })
  await decideException(
    context,
    actor,
    { id: idOf(request), outcome, reason: form.text('reason') },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.intake.exception(idOf(request)), 'exception.said.decided')
}

export const exceptionRoutes: readonly Route[] = [
  staffRoute({
    path: paths.intake.exception(':id'),
    who: ['coordinator', 'safeguarding_lead', 'programme_manager'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => decide(request),
        (problem) => show(request, problem),
      ),
  }),
]
