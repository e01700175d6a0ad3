import { concernDeeds, concernOutcomes } from '#domain/concern/concern.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { clockTime, latest } from '#pages/concern/clock-time.ts'
import { concernTag } from '#pages/concern/concern-tag.tsx'
import { AnswerForm, CloseForm, TakeUpForm } from '#pages/concern/decide-forms.tsx'
import { Emergency } from '#pages/concern/emergency.tsx'
import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, SubmitButton, TextArea } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { addToConcern } from '#usecases/concern/add-to-concern.ts'
import { answerConcern } from '#usecases/concern/answer-concern.ts'
import { closeConcern } from '#usecases/concern/close-concern.ts'
import type { ConcernStepLine } from '#usecases/concern/concern-view.ts'
import { type ConcernPage, readConcern } from '#usecases/concern/read-concern.ts'
import { takeUpConcern } from '#usecases/concern/take-up-concern.ts'
import { Invalid } from '#usecases/failure.ts'

type Part = 'take-up' | 'answer' | 'close' | 'words'

/** One concern: in danger the numbers first; then who knows of it, what was done, and what is to be done. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form, params } = request
  const concern = await readConcern(context, actor, { id: params.id ?? '' })
  const stateOf = (part: Part): FormState =>
    problem !== noProblem && form.text('what') === part
      ? { t, form, problem, scope: part }
      : { t, form: formOf(null), problem: noProblem, scope: part }
  const forms = { t, today, concern, submissionKey: form.key ?? request.newKey() }
  const open = concern.state !== 'closed'
  return page(
    t('concern.one'),
    <>
      {concern.level === 'danger_now' && open && <Emergency t={t} />}
      <Heading level={1}>
        {t('concern.one-about', { name: concern.name })} {concernTag(t, concern)}
      </Heading>
      <Summary
        rows={[
          [
            t('concern.raised'),
            `${t.day(concern.raisedAt.toPlainDate(), today)} ${clockTime(concern.raisedAt)}`,
          ],
          [t('concern.state'), t(`concern.state.${concern.state}`)],
          [t('concern.due'), dueWords(t, concern, today)],
          [
            t('concern.alarms'),
            concern.alarms.length > 0 &&
              concern.alarms
                .map(({ kind, skipped }) =>
                  t(skipped ? 'concern.alarm.skipped' : 'concern.alarm.said', {
                    what: t(`concern.alarm.${kind}`),
                  }),
                )
                .join('; '),
          ],
          [t('concern.words-said'), concern.words],
          [t('concern.outcome'), concern.outcome && t(`concern.outcome.${concern.outcome}`)],
          [t('concern.watch-until'), concern.watchUntil && t.day(concern.watchUntil, today)],
        ]}
      />
      {!open && concern.outcome === null && (
        <Notice tone="done" title={t('concern.taken-care')}>
          <Text>{t('concern.taken-care-text')}</Text>
        </Notice>
      )}
      <TakeUpForm {...forms} state={stateOf('take-up')} />
      {concern.level === 'danger_now' && open && (
        <Asked t={t} concern={concern} mailReady={context.mailReady ?? false} />
      )}
      <AnswerForm {...forms} state={stateOf('answer')} />
      <CloseForm {...forms} state={stateOf('close')} />
      {concern.abilities.add && (
        <Words state={stateOf('words')} submissionKey={forms.submissionKey} concern={concern} />
      )}
      <Steps t={t} concern={concern} today={today} />
      <p class="naast-actions">
        {concern.seesTrajectory ? (
          <>
            <ButtonLink href={paths.trajectory.one(concern.trajectoryId)} kind="secondary">
              {t('concern.to-trajectory')}
            </ButtonLink>{' '}
            <ButtonLink href={paths.safety.one(concern.trajectoryId)} kind="secondary">
              {t('safety.to')}
            </ButtonLink>
          </>
        ) : (
          <ButtonLink href={paths.group.list()} kind="secondary">
            {t('concern.to-groups')}
          </ButtonLink>
        )}
      </p>
    </>,
    { place: paths.today() },
  )
}

function dueWords(t: T, { answerDue, state, level, late }: ConcernPage, today: Temporal.PlainDate) {
  if (state === 'assessed' || state === 'closed') return null
  if (level === 'danger_now') return t('concern.due-now')
  if (!answerDue) return t('concern.due-unknown')
  return t(late ? 'concern.due-late' : 'concern.due-by', { when: latest(t, answerDue, today) })
}

/** Who was asked to look, and how far that came; where nobody was on call, or mail doesn't work, that too. */
export const Asked = ({ t, concern, mailReady }: { t: T; concern: ConcernPage; mailReady: boolean }) => {
  const asked = concern.steps.filter(({ kind }) => kind === 'asked')
  const taken = concern.steps.find(({ kind }) => kind === 'taken_up' || kind === 'answered')
  const has = (kind: ConcernStepLine['kind']) => concern.steps.some((step) => step.kind === kind)
  if (taken)
    return (
      <Notice tone="done" title={t('concern.taken-up-by', { name: taken.by ?? '—' })}>
        <Text>{t('concern.taken-up-text')}</Text>
      </Notice>
    )
  return (
    <Notice tone="attention" title={t('concern.asked')}>
      {has('nobody_on_call') && asked.length > 0 && <Text>{t('concern.nobody-on-call')}</Text>}
      {asked.length > 0 && (
        <ul class="naast-list">
          {asked.map((step) => (
            <li key={step.id}>{askedWords(t, 'concern.asked-line', step)}</li>
          ))}
        </ul>
      )}
      {has('nobody_left') ? (
        <Text>{t(asked.length > 0 ? 'concern.nobody-left' : 'concern.nobody-at-all')}</Text>
      ) : (
        <Text>{t('concern.asks-on')}</Text>
      )}
      {!mailReady && <Text>{t('concern.no-mail')}</Text>}
    </Notice>
  )
}

function askedWords(
  t: T,
  key: 'concern.asked-line' | 'concern.step.asked',
  { asked, at, code, message }: ConcernStepLine,
): string {
  const why = `concern.asked.${code}`
  const how = message ? `message.state.${message}` : 'concern.no-address'
  return t(key, {
    name: asked ?? '—',
    why: t.has(why) ? t(why) : '',
    time: clockTime(at),
    how: t.has(how) ? t(how) : '',
  })
}

/** A few words after the tap. */
export const Words = ({
  state,
  submissionKey,
  concern,
}: {
  state: FormState
  submissionKey: string
  concern: Pick<ConcernPage, 'id'>
}) => {
  const { t } = state
  return (
    <details open={state.problem !== noProblem}>
      <summary>{t('concern.add-words')}</summary>
      <PostForm state={state} submissionKey={submissionKey} action={paths.concern.one(concern.id)}>
        <input type="hidden" name="what" value="words" />
        <TextArea
          state={state}
          name="words"
          label={t('concern.words')}
          hint={t('concern.words-hint')}
          rows={3}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('concern.save-words')}</SubmitButton>
        </Buttons>
      </PostForm>
    </details>
  )
}

const Steps = ({ t, concern, today }: { t: T; concern: ConcernPage; today: Temporal.PlainDate }) => (
  <section>
    <Heading>{t('concern.way')}</Heading>
    <ul class="naast-list">
      {concern.steps.map((step) => (
        <li key={step.id}>
          {`${t.day(step.at.toPlainDate(), today)} ${clockTime(step.at)}: ${stepWords(t, step)}`}
          {step.words && <blockquote class="naast-quote">{step.words}</blockquote>}
        </li>
      ))}
    </ul>
  </section>
)

function stepWords(t: T, step: ConcernStepLine): string {
  if (step.kind === 'asked') return askedWords(t, 'concern.step.asked', step)
  const what =
    step.kind === 'raised'
      ? `concern.level.${step.code}`
      : step.kind === 'answered'
        ? `concern.deed.${step.code}`
        : `concern.outcome.${step.code}`
  return t(`concern.step.${step.kind}`, { name: step.by ?? '—', what: t.has(what) ? t(what) : '' })
}

async function act(request: StaffRequest) {
  const { context, actor, form, params, today } = request
  const id = params.id ?? ''
  const here = { id, version: Number(form.text('version')) || 0 }
  const submission = form.key ? { key: form.key } : undefined
  const words = form.optional('words')
  const back = (said: string) => seeOther(paths.concern.one(id), said)
  const chosen = <Choice extends string>(choices: readonly Choice[], name: string): Choice => {
    const choice = choices.find((one) => one === form.text(name))
    if (!choice) throw new Invalid({ [name]: 'choose-one' })
    return choice
  }
  switch (form.text('what')) {
    case 'take-up':
      await takeUpConcern(context, actor, { id }, submission)
      return back('concern.said.taken-up')
    case 'answer':
      await answerConcern(context, actor, { ...here, deed: chosen(concernDeeds, 'deed'), words }, submission)
      return back('concern.said.answered')
    case 'close': {
      const typedDay = form.text('watchUntil')
      const watchUntil = typedDay ? (readTypedDay(typedDay, { today }) ?? typedDay) : null
      const outcome = chosen(concernOutcomes, 'outcome')
      const { meldcodeId } = await closeConcern(
        context,
        actor,
        { ...here, outcome, watchUntil, words },
        submission,
      )
      if (outcome !== 'meldcode_started') return back('concern.said.closed')
      return meldcodeId
        ? seeOther(paths.meldcode.one(meldcodeId), 'meldcode.said.opened')
        : back('meldcode.said.joined')
    }
    case 'words':
      await addToConcern(context, actor, { id, words: words ?? '' }, submission)
      return back('concern.said.words')
    default:
      throw new Invalid({ what: 'choose-one' })
  }
}

export const oneConcernRoutes: readonly Route[] = [
  staffRoute({
    path: paths.concern.one(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
