import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { Heading, Link, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { answerLift } from '#usecases/file-lock/answer-lift.ts'
import { askLift } from '#usecases/file-lock/ask-lift.ts'
import { type LockPage, readFileLock } from '#usecases/file-lock/read-file-lock.ts'

const answers = ['keep', 'lift'] as const

/** One lock: what happened with it, and the one thing that may be done about it now. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, params, today, host } = request
  const lock = await readFileLock(context, actor, { id: params.id ?? '' })
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  const title = t('file-lock.one-title', { name: lock.against.name })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>{t('file-lock.whose', { name: lock.name })}</Text>
      <Summary rows={[[t('file-lock.state'), t(`file-lock.state.${lock.state}`)]]} />
      <ol class="naast-list">
        {lock.steps.map(({ step, by, at, words }) => (
          <li key={at.toString()}>
            <strong>{t(`file-lock.step.${step}`)}</strong>{' '}
            {t('file-lock.by', {
              day: t.day(at.toZonedDateTimeISO(host.zone).toPlainDate(), today),
              name: by,
            })}
            <Text>{words}</Text>
          </li>
        ))}
      </ol>
      <NextStep request={request} lock={lock} state={state} />
      {lock.trajectoryId && <Link href={paths.fileLock.of(lock.trajectoryId)}>{t('file-lock.to-file')}</Link>}
    </>,
    { place: paths.fileLock.list() },
  )
}

const NextStep = ({ request, lock, state }: { request: StaffRequest; lock: LockPage; state: FormState }) => {
  const { t } = request
  const { may } = lock
  if (may.askLift)
    return (
      <section>
        <Heading>{t('file-lock.ask-lift')}</Heading>
        <Text>{t('file-lock.ask-lift-text')}</Text>
        <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
          <input type="hidden" name="version" value={lock.version} />
          <TextArea state={state} name="words" label={t('file-lock.words')} rows={3} />
          <Buttons>
            <SubmitButton kind="secondary">{t('file-lock.do-ask-lift')}</SubmitButton>
          </Buttons>
        </PostForm>
      </section>
    )
  if (!may.keep) return lock.state === 'lift_asked' ? <Text>{t('file-lock.waits-for-answer')}</Text> : null
  const offered = answers.filter((answer) => may[answer])
  return (
    <section>
      <Heading>{t('file-lock.answer-title')}</Heading>
      <Text>
        {may.lift ? t('file-lock.answer-text', { name: lock.against.name }) : t('file-lock.asked-yourself')}
      </Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="version" value={lock.version} />
        <Radios
          state={state}
          name="answer"
          label={t('file-lock.answer')}
          options={offered.map((value) => ({ value, label: t(`file-lock.answer.${value}`) }))}
        />
        <TextArea state={state} name="words" label={t('file-lock.words')} rows={3} />
        <Buttons>
          <SubmitButton>{t('file-lock.do-answer')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

/** An answer if one was asked for; else it is the asking. */
async function act({ context, actor, form, params }: StaffRequest) {
  const decision = { id: params.id ?? '', version: Number(form.text('version')), words: form.text('words') }
  const submission = form.key ? { key: form.key } : undefined
  const here = paths.fileLock.one(decision.id)
  const { state } = await readFileLock(context, actor, { id: decision.id })
  if (state !== 'lift_asked') {
    await askLift(context, actor, decision, submission)
    return seeOther(here, 'file-lock.said.asked')
  }
  const answer = answers.find((one) => one === form.text('answer'))
  if (!answer) throw new Invalid({ answer: 'choose-one' })
  await answerLift(context, actor, { ...decision, answer }, submission)
  return seeOther(here, answer === 'lift' ? 'file-lock.said.lifted' : 'file-lock.said.kept')
}

export const oneLockRoutes: readonly Route[] = [
  staffRoute({
    path: paths.fileLock.one(':id'),
    who: ['coordinator', 'safeguarding_lead', 'privacy_officer'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
