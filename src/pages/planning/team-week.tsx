import { Empty, Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import {
  addressOf,
  askedWeek,
  BetweenTwo,
  DayOf,
  StateOf,
  WeekWays,
  whatIs,
} from '#pages/planning/week-parts.tsx'
import type { T } from '#pages/words/words.ts'
import { readTeamWeek, type TeamWeek } from '#usecases/planning/read-team-week.ts'

type Line = TeamWeek['days'][number]['lines'][number]

const teamOf = (monday: string, whose: string) =>
  `${paths.planning.team()}?${new URLSearchParams({ from: monday, whose })}`

/** The week of the workers whom a coordinator watches over, or of all: by day and time, as people tell it. */
export const teamWeekRoutes: readonly Route[] = [
  staffRoute({
    path: paths.planning.team(),
    who: ['coordinator'],
    async get(request) {
      const { context, actor, t, today, query } = request
      const whose = query.get('whose') === 'all' ? 'all' : 'mine'
      const week = await readTeamWeek(context, actor, { from: askedWeek(request), whose })
      const monday = week.monday.toString()
      const href = (day: string) => teamOf(day, whose)
      const other = whose === 'all' ? 'mine' : 'all'
      return page(
        t('planning.team-week'),
        <div class="naast-week">
          <Heading level={1}>{t('planning.team-week')}</Heading>
          <Text lead>
            {t('planning.from-until', {
              from: t.day(week.monday, today),
              until: t.day(week.monday.add({ days: 6 }), today),
            })}
          </Text>
          <Text>
            {t(`planning.whose.${whose}`, { count: week.workers })}{' '}
            <Link href={teamOf(monday, other)}>{t(`planning.show.${other}`)}</Link>
          </Text>
          {week.left > 0 && <Text quiet>{t('planning.more-workers', { count: week.left })}</Text>}
          <WeekWays t={t} monday={week.monday} today={today} href={href} />
          {week.workers === 0 ? (
            <Empty title={t('planning.no-workers')}>
              <Text>{t('planning.no-workers-hint')}</Text>
            </Empty>
          ) : (
            week.days.map(({ on, holiday, away, lines }) => (
              <DayOf
                key={on.toString()}
                t={t}
                on={on}
                today={today}
                marks={holiday ? [t('planning.holiday')] : []}
              >
                {away.length > 0 && <Text quiet>{t('planning.away-are', { names: away.join(', ') })}</Text>}
                {lines.length === 0 ? (
                  <Text quiet>{t('planning.nothing')}</Text>
                ) : (
                  <ul class="naast-week__lines">
                    {lines.map((line) => (
                      <Lines key={`${line.workerId} ${line.id}`} t={t} line={line} />
                    ))}
                  </ul>
                )}
              </DayOf>
            ))
          )}
          {week.workers > 0 && <WeekWays t={t} monday={week.monday} today={today} href={href} />}
        </div>,
        { place: paths.worker.list() },
      )
    },
  }),
]

/** Between the visits of several people nothing is free; only what can't be is said, at whose visit it is. */
const Lines = ({ t, line }: { t: T; line: Line }) => {
  const address = addressOf(line)
  const what =
    line.givenName === null ? whatIs(t, line) : `${line.givenName}, ${whatIs(t, line).toLowerCase()}`
  return (
    <>
      <li class="naast-week__line">
        <span class="naast-week__time">{line.at ?? '–'}</span>
        <span>
          {line.worker} <StateOf t={t} line={line} />
        </span>
        <span>{address ? <Link href={address}>{what}</Link> : what}</span>
      </li>
      {line.before && line.before.how !== 'fine' && <BetweenTwo t={t} before={line.before} />}
    </>
  )
}
