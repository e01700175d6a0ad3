import { hasScore } from '#domain/match/propose.ts'
import { choiceReasons } from '#domain/matching-meeting/meeting-change.ts'
import { formOf } from '#pages/form-data.ts'
import { ErrorSummary } from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { Blocks, CriteriaView, Questions } from '#pages/match/criteria-view.tsx'
import { ProposeForm } from '#pages/match/propose-form.tsx'
import { keepOrDrop, keeps, Shortlist } from '#pages/match/shortlist.tsx'
import { urgencyTone } from '#pages/match/waiting-list.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { slotWords } from '#pages/worker/profile-fields.tsx'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { showShortlist } from '#usecases/match/show-shortlist.ts'
import { type Weighing, weighWorkers } from '#usecases/match/weigh-workers.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** Whether one can be proposed now: the same for every card, so it is said once above them. */
const mayPropose = (weighing: Weighing) => weighing.state === 'waiting' && weighing.openMatchId === null

async function show(asked: StaffRequest, problem: Problem = noProblem) {
  const { context, actor } = asked
  const weighing = await weighWorkers(context, actor, { trajectoryId: idOf(asked) })
  // Each form says what is wrong with itself; only proposing has no field to say it at.
  const [hers, others] = keeps(asked) ? [problem, noProblem] : [noProblem, problem]
  const kept = await showShortlist(context, actor, { trajectoryId: idOf(asked) })
  const request = { ...asked, t: asked.t.of(weighing.people) }
  const { t } = request
  const title = t('match.title', { name: weighing.woman.name })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <TrajectoryTabs t={t} id={idOf(request)} actor={actor} current={paths.match.one(idOf(request))} />
      <ErrorSummary state={{ t, form: formOf(null), problem: others }} />
      {weighing.openMatchId && (
        <Notice title={t('match.open-already')}>
          <Text>{t('match.open-already-hint')}</Text>
          <ButtonLink href={paths.match.proposal(weighing.openMatchId)}>{t('match.see-proposal')}</ButtonLink>
        </Notice>
      )}
      {weighing.state !== 'waiting' && <Notice>{t('match.not-waiting')}</Notice>}
      {weighing.waitsForGroup ? (
        <Notice title={t('group.looking')}>
          <Text>{t('refusal.match-is-a-group')}</Text>
          <ButtonLink href={paths.group.list()}>{t('group.title')}</ButtonLink>
        </Notice>
      ) : (
        <>
          {(weighing.state === 'waiting' || keeps(asked)) && (
            <Shortlist request={request} weighing={weighing} kept={kept} problem={hers} />
          )}
          <div class="naast-workbench">
            <Her t={t} weighing={weighing} />
            <Proposals request={request} weighing={weighing} />
            <Impossible t={t} weighing={weighing} />
          </div>
        </>
      )}
    </>,
    { place: paths.match.waiting() },
  )
}

const Her = ({ t, weighing: { woman, wishes, trajectoryId } }: { t: T; weighing: Weighing }) => {
  const hopes: (readonly [string, string])[] = [
    [t('profile.backgrounds'), wishes.backgrounds.map((one) => t(`profile.background.${one}`)).join(', ')],
    [t('profile.interests'), wishes.interests.map((one) => t(`profile.interest.${one}`)).join(', ')],
    [
      t('profile.child-situations'),
      woman.quiet ? '' : wishes.childSituations.map((one) => t(`profile.child-situation.${one}`)).join(', '),
    ],
    [t('profile.availability'), wishes.availability.map((one) => slotWords(t, one)).join(', ')],
    ...(wishes.reads.length > 0
      ? ([[t('match.reads'), wishes.reads.map((code) => t.languageName(code)).join(', ')]] as const)
      : []),
    ...(wishes.homeHas.length > 0
      ? ([[t('match.at-home'), wishes.homeHas.map((one) => t(`my-file.avoid.${one}`)).join(', ')]] as const)
      : []),
  ]
  const asked = hopes.some(([, words]) => words !== '')
  return (
    <section>
      <Heading>{t('match.her')}</Heading>
      <p class="utrecht-paragraph">
        <Tag tone={urgencyTone[woman.urgency]}>{t(`match.urgency.${woman.urgency}`)}</Tag>
      </p>
      <Summary
        rows={[
          [t('match.waits'), t('match.days', { count: woman.waitingDays })],
          [t('match.language'), woman.languages.map((code) => t.languageName(code)).join(', ')],
          woman.interpreter ? [t('match.interpreter'), t.languageName(woman.interpreter)] : null,
          [
            t('match.lives'),
            woman.secretHome
              ? t('match.lives-secret', { area: woman.area ?? '—' })
              : [woman.area, woman.place].filter(Boolean).join(' '),
          ],
          woman.quiet ? null : [t('match.child'), childAge(t, woman.childMonths, woman.dueOn)],
        ]}
      />
      <Heading level={3}>{t('match.her-wishes')}</Heading>
      {asked ? <Summary rows={hopes} /> : <Text quiet>{t('match.wishes-unknown')}</Text>}
      <Link href={paths.match.wishes(trajectoryId)}>{t('match.change-wishes')}</Link>
    </section>
  )
}

export const childAge = (t: T, months: number | null, dueOn: Temporal.PlainDate | null = null): string =>
  months !== null && months >= 0
    ? t('match.child-months', { count: months })
    : dueOn
      ? t('match.child-due', { day: t.longDay(dueOn) })
      : t('match.child-unborn')

const Proposals = ({ request, weighing }: { request: StaffRequest; weighing: Weighing }) => {
  const { t } = request
  const { proposals, more } = weighing
  return (
    <section>
      <Heading>{t('match.who-fits')}</Heading>
      {proposals.length === 0 && (
        <Empty title={t('match.nobody-fits')}>
          <Text>{t('match.nobody-fits-hint')}</Text>
        </Empty>
      )}
      {proposals.map((one, at) => (
        <Card
          key={one.workerId}
          title={one.name}
          href={paths.worker.one(one.workerId)}
          tag={
            hasScore(one.criteria) && (
              <Tag tone={at === 0 ? 'done' : 'neutral'}>
                {t('match.score', { percent: Math.round(one.score / 10) })}
              </Tag>
            )
          }
          action={
            mayPropose(weighing) && (
              <ProposeForm
                request={request}
                workerId={one.workerId}
                name={one.name}
                first={one.score === proposals[0]?.score}
              />
            )
          }
        >
          <CriteriaView t={t} criteria={one.criteria} />
          <Text quiet>{t('match.room', { room: one.room })}</Text>
          <Questions t={t} questions={one.questions} />
        </Card>
      ))}
      {more.proposals > 0 && <Text quiet>{t('match.more', { count: more.proposals })}</Text>}
    </section>
  )
}

const Impossible = ({ t, weighing: { impossible, more } }: { t: T; weighing: Weighing }) => (
  <section>
    <Heading>{t('match.who-not')}</Heading>
    {impossible.length === 0 && <Text quiet>{t('match.no-one-else')}</Text>}
    {impossible.map((one) => (
      <Card key={one.workerId} title={one.name} href={paths.worker.one(one.workerId)}>
        <Blocks t={t} blocks={one.blocks} />
      </Card>
    ))}
    {more.impossible > 0 && <Text quiet>{t('match.more-impossible', { count: more.impossible })}</Text>}
  </section>
)

export const workbenchRoutes: readonly Route[] = [
  staffRoute({
    path: paths.match.one(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const kept = await keepOrDrop(request, idOf(request))
          if (kept) return kept
          const { matchId } = await proposeMatch(
            context,
            actor,
            {
              trajectoryId: idOf(request),
              workerId: form.text('workerId'),
              reason: choiceReasons.find((one) => one === form.text('reason')) ?? null,
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.match.proposal(matchId), 'match.said.proposed')
        },
        (problem) => show(request, problem),
      ),
  }),
]
