import { isRunning, type Side as Which } from '#domain/match/match.ts'
import { CheckInSaid } from '#pages/check-in/check-in-questions.tsx'
import { checkInMoment } from '#pages/check-in/moment-words.ts'
import { ButtonLink, Card, Empty, Heading, Link, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import {
  type CheckInMatchView,
  type CheckInSideView,
  type CheckInsPage,
  listCheckIns,
} from '#usecases/check-in/list-check-ins.ts'

/** Of each who stands or stood beside her: when the two are asked how it goes, and what each of them said. */
async function show({ context, actor, t: words, today, params }: StaffRequest) {
  const list = await listCheckIns(context, actor, { trajectoryId: params.id ?? '' })
  const t = words.of(list.people)
  const here = paths.checkIn.list(list.trajectoryId)
  return page(
    t('check-in.tab'),
    <>
      <Heading level={1}>{t('check-in.title', { name: list.name })}</Heading>
      <TrajectoryTabs t={t} id={list.trajectoryId} actor={actor} works={list.works} current={here} />
      <Text lead>{t('check-in.lead')}</Text>
      {list.matches.length === 0 && (
        <Empty title={t('check-in.never')}>
          <Text>{t('check-in.never-hint')}</Text>
        </Empty>
      )}
      {list.matches.map((match) => (
        <OfMatch key={match.matchId} t={t} today={today} list={list} match={match} />
      ))}
      <Link href={paths.trajectory.one(list.trajectoryId)}>{t('closure.back')}</Link>
    </>,
  )
}

interface Shown {
  readonly t: T
  readonly today: Temporal.PlainDate
  readonly list: CheckInsPage
  readonly match: CheckInMatchView
}

const OfMatch = ({ t, today, list, match }: Shown) => (
  <section>
    <Heading>{t('check-in.with', { worker: match.worker })}</Heading>
    <Text quiet>
      {t(`check-in.${stands(match)}`, { day: match.startedOn ? t.day(match.startedOn, today) : '—' })}
    </Text>
    {!match.asked && <Text>{t('check-in.no-rhythm')}</Text>}
    {!match.sides.includes('mother') && <Text>{t('check-in.not-yours')}</Text>}
    <Moments t={t} today={today} list={list} match={match} />
  </section>
)

const stands = ({ state }: CheckInMatchView) =>
  state === 'paused' ? 'with-paused' : isRunning(state) ? 'with-now' : 'with-over'

const tones: Record<CheckInSideView['now'], Tone> = {
  done: 'done',
  missed: 'neutral',
  later: 'neutral',
  open: 'info',
  due: 'info',
  late: 'attention',
  passed: 'neutral',
}

type Moment = CheckInMatchView['moments'][number]

const shown = 2

/** What is asked now, what comes, and what was, the last first; what is longer ago is folded away. */
const Moments = (props: Shown) => {
  const { t, match } = props
  // Who may hear of neither side sees no plan either.
  const moments = match.sides.length > 0 ? match.moments : []
  const now = moments.filter(({ sides }) => sides.some(({ may }) => may))
  const later = moments.filter((one) => !now.includes(one) && one.sides.some((side) => side.now === 'later'))
  const before = moments.filter((one) => !now.includes(one) && !later.includes(one)).reverse()
  const cards = (some: readonly Moment[]) =>
    some.map((moment) => <OneMoment key={moment.moment} {...props} moment={moment} />)
  return (
    <>
      {cards([...now, ...later, ...before.slice(0, shown)])}
      {before.length > shown && (
        <details class="naast-more">
          <summary>{t('check-in.before', { count: before.length - shown })}</summary>
          {cards(before.slice(shown))}
        </details>
      )}
    </>
  )
}

const OneMoment = ({ t, today, list, match, moment }: Shown & { moment: Moment }) => (
  <Card level={3} title={`${checkInMoment(t, moment.week)}, ${t.day(moment.on, today)}`}>
    {match.sides.map((side) => (
      <Side key={side} t={t} list={list} match={match} moment={moment} side={side} />
    ))}
  </Card>
)

/** One side of it: how it stands, what she said, or whom to ask. */
const Side = ({ t, list, match, moment, side }: Omit<Shown, 'today'> & { moment: Moment; side: Which }) => {
  const one = moment.sides.find((each) => each.side === side)
  if (!one) return null
  const name = side === 'mother' ? list.name : match.worker
  return (
    <>
      <Text>
        <strong>{name}</strong>{' '}
        {(!one.may || one.now === 'late') && <Tag tone={tones[one.now]}>{t(`check-in.now.${one.now}`)}</Tag>}
      </Text>
      {one.said && <CheckInSaid t={t} said={one.said} />}
      {one.may && (
        <p class="naast-actions">
          <ButtonLink href={paths.checkIn.one(match.matchId, side, moment.moment)} kind="secondary">
            {t('check-in.ask', { name })}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

export const checkInsRoutes: readonly Route[] = [
  staffRoute({ path: paths.checkIn.list(':id'), who: ['coordinator'], get: (request) => show(request) }),
]
