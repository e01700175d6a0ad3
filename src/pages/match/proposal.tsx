import { answers, goodEndings, isRunning, sides } from '#domain/match/match.ts'
import { hasScore } from '#domain/match/propose.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { formOf } from '#pages/form-data.ts'
import { ErrorSummary } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { Steps } from '#pages/look/tabs.tsx'
import { Blocks, CriteriaView } from '#pages/match/criteria-view.tsx'
import { After, End, Farewell, LastVisit } from '#pages/match/ending-forms.tsx'
import { lifeActs } from '#pages/match/life-acts.ts'
import type { Shown } from '#pages/match/life-form.tsx'
import { Begin, GoOn, Rest, Trial } from '#pages/match/life-forms.tsx'
import { MatchHistory } from '#pages/match/match-history.tsx'
import { Answers, Introduction, Withdraw } from '#pages/match/proposal-forms.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { planIntroduction } from '#usecases/match/plan-introduction.ts'
import { type MatchView, readMatch } from '#usecases/match/read-match.ts'
import { withdrawMatch } from '#usecases/match/withdraw-match.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const way = ['proposed', 'agreed', 'introduction', 'trial', 'active', 'tapering', 'ended'] as const
/** Where a match goes on its way; a trial is part of it where these two have one, or their programme means one. */
const stagesOf = ({ trial, startedOn }: MatchView) =>
  way.filter(
    (stage) => stage !== 'trial' || trial.until !== null || (trial.usual !== null && startedOn === null),
  )
/** A match that rests stands where it goes on again. */
const stageOf = ({ state, trial, taper }: MatchView): string => {
  if (state !== 'paused') return state
  if (taper.from) return 'tapering'
  return trial.until && !trial.confirmedOn ? 'trial' : 'active'
}

async function show(asked: StaffRequest, problem: Problem = noProblem) {
  const { context, actor } = asked
  const match = await readMatch(context, actor, { id: idOf(asked) })
  const request = { ...asked, t: asked.t.of(match.people) }
  const { t } = request
  const title = t('match.pair-title', { woman: match.woman, worker: match.worker })
  const stages = stagesOf(match)
  const now = stageOf(match)
  const at = stages.map(String).indexOf(now)
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
      {match.abilities.start && <Begin {...shown} />}
      <Life {...shown} />
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
      <Changes {...shown} />
      <MatchHistory t={t} steps={match.steps} today={request.today} />
    </>,
    { place: paths.match.waiting() },
  )
}

/** What is to be done while it runs, by where it stands. */
const Life = (shown: Shown) => {
  const { request, match } = shown
  const { t, today } = request
  return (
    <>
      {match.pause && (
        <Notice title={t('match.paused-title')}>
          <Text>
            {match.pause.until
              ? t('match.paused-until', { day: t.day(match.pause.until, today) })
              : t('match.paused-open')}
          </Text>
          {match.lifeAbilities.resume && <GoOn {...shown} />}
        </Notice>
      )}
      {match.lifeAbilities.answerTrial && <Trial {...shown} />}
      {match.state === 'tapering' && <Farewell {...shown} />}
      <After {...shown} />
    </>
  )
}

/** What may change in it; each folded up, for most days nothing does. */
const Changes = (shown: Shown) => {
  const { request, match } = shown
  const { t } = request
  const may = match.lifeAbilities
  return (
    <>
      {(may.taper || may.moveLastVisit) && <LastVisit {...shown} />}
      {(may.pause || may.stayPaused) && <Rest {...shown} />}
      {may.handOver && (
        <p class="naast-actions">
          <ButtonLink href={paths.match.passOn(match.matchId)} kind="secondary">
            {t('match.pass-on')}
          </ButtonLink>
        </p>
      )}
      {match.abilities.end && <End {...shown} />}
      <p class="naast-actions">
        <Link href={paths.match.ofTrajectory(match.trajectoryId)}>{t('match.all-of-hers')}</Link>
      </p>
    </>
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
    {isRunning(match.state) && match.startedOn && (
      <>
        <Text lead>{t('match.running', { day: t.longDay(match.startedOn) })}</Text>
        <p class="naast-actions">
          <ButtonLink href={paths.trajectory.one(match.trajectoryId)} kind="secondary">
            {t('match.to-trajectory')}
          </ButtonLink>{' '}
          <ButtonLink href={paths.checkIn.list(match.trajectoryId)} kind="secondary">
            {t('check-in.tab')}
          </ButtonLink>
        </p>
      </>
    )}
    {match.state === 'declined' && <Over t={t} match={match} words={t('match.was-declined')} />}
    {match.state === 'withdrawn' && <Over t={t} match={match} words={t('match.was-withdrawn')} />}
    {match.state === 'handed_over' && match.endedOn && (
      <Over t={t} match={match} words={t('match.was-handed-over', { day: t.longDay(match.endedOn) })} />
    )}
    {match.state === 'ended' && match.endedOn && (
      <Over t={t} match={match} words={t('match.was-ended', { day: t.longDay(match.endedOn) })} />
    )}
  </>
)

const Over = ({ t, match, words }: { t: StaffRequest['t']; match: MatchView; words: string }) => (
  <>
    <Text lead>{words}</Text>
    {goesOn(match) ? (
      <ButtonLink href={paths.match.one(match.trajectoryId)}>{t('match.look-further')}</ButtonLink>
    ) : (
      <ButtonLink href={paths.trajectory.one(match.trajectoryId)} kind="secondary">
        {t('match.to-trajectory')}
      </ButtonLink>
    )}
  </>
)

/** Her trajectory goes on without this match, so somebody else is looked for. */
const goesOn = ({ endReason }: MatchView): boolean =>
  endReason !== 'trajectory_closed' && !goodEndings.some((good) => good === endReason)

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
    case 'withdraw': {
      const { trajectoryId } = await withdrawMatch(context, actor, { id, version }, once)
      return seeOther(paths.match.one(trajectoryId), 'match.said.withdrawn')
    }
    default: {
      const doing = form.text('do')
      const lives = Object.hasOwn(lifeActs, doing) ? lifeActs[doing] : undefined
      if (!lives) throw new Invalid({ do: 'choose-one' })
      return lives(request, id, version)
    }
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
