import { answers, changeReasons, type Side, sides } from '#domain/match/match.ts'
import { hasScore } from '#domain/match/propose.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { formOf } from '#pages/form-data.ts'
import {
  Buttons,
  DayField,
  ErrorSummary,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
} from '#pages/look/form.tsx'
import { ButtonLink, Card, Heading, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { Steps } from '#pages/look/tabs.tsx'
import { Blocks, CriteriaView } from '#pages/match/criteria-view.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { type MatchView, readMatch } from '#usecases/match/read-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { withdrawMatch } from '#usecases/match/withdraw-match.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const stages = ['proposed', 'agreed', 'introduction', 'active'] as const

interface Shown {
  readonly request: StaffRequest
  readonly match: MatchView
  readonly problem: Problem
}

async function show(asked: StaffRequest, problem: Problem = noProblem) {
  const { context, actor } = asked
  const match = await readMatch(context, actor, { id: idOf(asked) })
  const request = { ...asked, t: asked.t.of(match.people) }
  const { t } = request
  const title = t('match.pair-title', { woman: match.woman, worker: match.worker })
  const at = stages.map(String).indexOf(match.state)
  const shown: Shown = { request, match, problem }
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      {at >= 0 && (
        <Steps label={t('match.steps')} steps={stages.map((stage) => t(`match.step.${stage}`))} at={at} />
      )}
      {problem.refused && <ErrorSummary state={{ t, form: formOf(null), problem }} />}
      <Stands {...shown} />
      {match.abilities.start && <Start {...shown} />}
      {match.abilities.planIntroduction && <Introduction {...shown} />}
      {match.abilities.decline && <Answers {...shown} />}
      <section>
        <Heading>{t('match.explained')}</Heading>
        <CriteriaView t={t} criteria={match.criteria} />
        {hasScore(match.criteria) && (
          <Text quiet>{t('match.score', { percent: Math.round(match.score / 10) })}</Text>
        )}
      </section>
      {match.abilities.withdraw && <Withdraw {...shown} />}
      {match.abilities.end && <End {...shown} />}
    </>,
    { place: paths.match.waiting() },
  )
}

/** How it ended or runs, and where to go from here; and what would keep it from starting today. */
const Stands = ({ request: { t }, match }: Shown) => (
  <>
    {match.blocks.length > 0 && (
      <Notice tone="attention" title={t('match.not-yet-title')}>
        <Blocks t={t} blocks={match.blocks} />
      </Notice>
    )}
    {match.state === 'active' && match.startedOn && (
      <>
        <Text lead>{t('match.running', { day: t.longDay(match.startedOn) })}</Text>
        <ButtonLink href={paths.trajectory.one(match.trajectoryId)}>{t('match.to-trajectory')}</ButtonLink>
      </>
    )}
    {match.state === 'declined' && <Over t={t} match={match} words={t('match.was-declined')} />}
    {match.state === 'withdrawn' && <Over t={t} match={match} words={t('match.was-withdrawn')} />}
    {match.state === 'ended' && match.endedOn && (
      <Over t={t} match={match} words={t('match.was-ended', { day: t.longDay(match.endedOn) })} />
    )}
  </>
)

const Over = ({ t, match, words }: { t: StaffRequest['t']; match: MatchView; words: string }) => (
  <>
    <Text lead>{words}</Text>
    <ButtonLink href={paths.match.one(match.trajectoryId)}>{t('match.look-further')}</ButtonLink>
  </>
)

const Hidden = ({ request, match, doing }: { request: StaffRequest; match: MatchView; doing: string }) => (
  <>
    <input type="hidden" name="key" value={request.newKey()} />
    <input type="hidden" name="version" value={match.version} />
    <input type="hidden" name="do" value={doing} />
  </>
)

const Answers = (shown: Shown) => {
  const { request, match } = shown
  const { t } = request
  return (
    <section>
      <Heading>{t('match.answers')}</Heading>
      <Text quiet>{t('match.answers-hint')}</Text>
      <Asked {...shown} side="mother" name={match.woman} said={match.mother} first />
      <Asked
        {...shown}
        side="worker"
        name={match.worker}
        said={match.workerSide}
        first={match.mother.answer === 'yes'}
      />
    </section>
  )
}

const Asked = ({
  request,
  match,
  side,
  name,
  said,
  first,
}: Shown & { side: Side; name: string; said: MatchView['mother']; first: boolean }) => {
  const { t } = request
  const answer = answers.find((one) => one === said.answer)
  return (
    <Card
      title={name}
      tag={
        <Tag tone={answer === 'yes' ? 'done' : 'neutral'}>
          {answer && said.on
            ? t('match.answered-on', {
                answer: t(`match.answer.${answer}`),
                day: t.day(said.on, request.today),
              })
            : t('match.answer.none')}
        </Tag>
      }
      action={
        <form method="post" class="naast-inline-form">
          <Hidden request={request} match={match} doing="answer" />
          <input type="hidden" name="side" value={side} />
          {answer !== 'yes' && match.abilities.answer && (
            <SubmitButton name="answer" value="yes" kind={first ? 'primary' : 'secondary'}>
              {t('match.says-yes', { name })}
            </SubmitButton>
          )}
          <SubmitButton name="answer" value="no" kind="secondary">
            {t('match.says-no', { name })}
          </SubmitButton>
        </form>
      }
    />
  )
}

const Introduction = ({ request, match, problem }: Shown) => {
  const { t } = request
  const mine = problem.fields.on !== undefined
  const state: FormState = {
    t,
    form: mine ? request.form : formOf(null),
    problem: mine ? problem : noProblem,
  }
  return (
    <section>
      <Heading>{t('match.introduction-title')}</Heading>
      {match.introductionOn && (
        <Text lead>{t('match.introduction-is', { day: t.day(match.introductionOn, request.today) })}</Text>
      )}
      {match.introductionOn && !match.abilities.start && <Text>{t('match.start-after')}</Text>}
      <PostForm state={state} submissionKey={(mine && request.form.key) || request.newKey()}>
        <input type="hidden" name="version" value={match.version} />
        <input type="hidden" name="do" value="introduction" />
        <DayField
          state={state}
          name="on"
          label={t('match.introduction-on')}
          hint={t('match.introduction-hint')}
        />
        <Buttons>
          <SubmitButton kind={match.introductionOn ? 'secondary' : 'primary'}>
            {match.introductionOn ? t('match.move-introduction') : t('match.plan-introduction')}
          </SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const Start = ({ request, match }: Shown) => {
  const { t } = request
  return (
    <section>
      <Heading>{t('match.start-title')}</Heading>
      <Text>{t('match.start-hint')}</Text>
      <form method="post">
        <Hidden request={request} match={match} doing="start" />
        <SubmitButton>{t('match.start')}</SubmitButton>
      </form>
    </section>
  )
}

const Withdraw = ({ request, match }: Shown) => {
  const { t } = request
  return (
    <details class="naast-details">
      <summary>{t('match.withdraw-title')}</summary>
      <Text>{t('match.withdraw-hint')}</Text>
      <form method="post">
        <Hidden request={request} match={match} doing="withdraw" />
        <SubmitButton kind="secondary">{t('match.withdraw')}</SubmitButton>
      </form>
    </details>
  )
}

const End = ({ request, match, problem }: Shown) => {
  const { t } = request
  const mine = problem.fields.reason !== undefined
  const state: FormState = {
    t,
    form: mine ? request.form : formOf(null),
    problem: mine ? problem : noProblem,
  }
  return (
    <details class="naast-details" open={mine}>
      <summary>{t('match.end-title')}</summary>
      <Text>{t('match.end-hint')}</Text>
      <PostForm state={state} submissionKey={(mine && request.form.key) || request.newKey()}>
        <input type="hidden" name="version" value={match.version} />
        <input type="hidden" name="do" value="end" />
        <Radios
          state={state}
          name="reason"
          label={t('match.end-reason')}
          options={changeReasons.map((value) => ({ value, label: t(`match.end-reason.${value}`) }))}
        />
        <Buttons>
          <SubmitButton kind="danger">{t('match.end')}</SubmitButton>
        </Buttons>
      </PostForm>
    </details>
  )
}

/** Everything one can do here, by the name of its form. */
async function act(request: StaffRequest) {
  const { context, actor, form, today } = request
  const id = idOf(request)
  const version = Number(form.text('version'))
  const once = form.key ? { key: form.key } : undefined
  const here = paths.match.proposal(id)
  switch (form.text('do')) {
    case 'answer': {
      const side = sides.find((one) => one === form.text('side'))
      const answer = answers.find((one) => one === form.text('answer'))
      if (!side || !answer) throw new Invalid({ answer: 'choose-one' })
      await answerMatch(context, actor, { id, version, side, answer }, once)
      return seeOther(here, 'match.said.answered')
    }
    case 'introduction': {
      const text = form.text('on')
      const on = readTypedDay(text, { today }) ?? text
      await planIntroduction(context, actor, { id, version, on }, once)
      return seeOther(here, 'match.said.planned')
    }
    case 'start':
      await startMatch(context, actor, { id, version }, once)
      return seeOther(here, 'match.said.started')
    case 'end': {
      const reason = changeReasons.find((one) => one === form.text('reason'))
      if (!reason) throw new Invalid({ reason: 'choose-one' })
      const { trajectoryId } = await endMatch(context, actor, { id, version, reason }, once)
      return seeOther(paths.match.one(trajectoryId), 'match.said.ended')
    }
    case 'withdraw': {
      const { trajectoryId } = await withdrawMatch(context, actor, { id, version }, once)
      return seeOther(paths.match.one(trajectoryId), 'match.said.withdrawn')
    }
    default:
      throw new Invalid({ do: 'choose-one' })
  }
}

export const proposalRoutes: readonly Route[] = [
  staffRoute({
    path: paths.match.proposal(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => act(request),
        (problem) => show(request, problem),
      ),
  }),
]
