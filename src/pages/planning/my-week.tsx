import { ButtonLink, Card, Heading, Link, Text } from '#pages/look/parts.tsx'
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
import { type MyWeek, readMyWeek } from '#usecases/planning/read-my-week.ts'

type Line = MyWeek['days'][number]['lines'][number]

const weekOf = (monday: string) => `${paths.planning.week()}?${new URLSearchParams({ from: monday })}`

/** A worker's own week, from top to bottom: when, with whom, what is free between, and with whom there is no day yet. */
export const myWeekRoutes: readonly Route[] = [
  staffRoute({
    path: paths.planning.week(),
    who: ['worker'],
    async get(request) {
      const { context, actor, t, today } = request
      const week = await readMyWeek(context, actor, { from: askedWeek(request) })
      return page(
        t('planning.my-week'),
        <div class="naast-week">
          <Heading level={1}>{t('planning.my-week')}</Heading>
          <Text lead>
            {t('planning.from-until', {
              from: t.day(week.monday, today),
              until: t.day(week.monday.add({ days: 6 }), today),
            })}
          </Text>
          <WeekWays t={t} monday={week.monday} today={today} href={weekOf} />
          {week.due.map((one) => (
            <Card
              key={one.id}
              title={one.givenName}
              href={paths.contact.one(one.id)}
              tone="attention"
              action={
                <ButtonLink href={paths.contact.plan(one.id)} kind="secondary">
                  {t('contact.agree-day')}
                </ButtonLink>
              }
            >
              <Text>
                {t('contact.due-between', {
                  from: t.day(one.dueFrom, today),
                  until: t.day(one.dueUntil, today),
                })}
              </Text>
            </Card>
          ))}
          {week.days.map(({ on, holiday, away, lines }) => (
            <DayOf
              key={on.toString()}
              t={t}
              on={on}
              today={today}
              marks={[
                ...(holiday ? [t('planning.holiday')] : []),
                ...(away ? [t(`planning.away.${away}`)] : []),
              ]}
            >
              {lines.length === 0 ? (
                <Text quiet>{t('planning.nothing')}</Text>
              ) : (
                <ul class="naast-week__lines">
                  {lines.map((line) => (
                    <Lines key={line.id} t={t} line={line} />
                  ))}
                </ul>
              )}
            </DayOf>
          ))}
          <WeekWays t={t} monday={week.monday} today={today} href={weekOf} />
          <p>
            <Link href={paths.contact.mine()}>{t('contact.mine')}</Link>
          </p>
          <p>
            <Link href={paths.planning.calendar()}>{t('calendar.title')}</Link>
          </p>
        </div>,
        { place: paths.contact.mine() },
      )
    },
  }),
]

const Lines = ({ t, line }: { t: T; line: Line }) => {
  const address = addressOf(line)
  const name = line.givenName ?? whatIs(t, line)
  return (
    <>
      <BetweenTwo t={t} before={line.before} />
      <li class="naast-week__line">
        <span class="naast-week__time">{line.at ?? '–'}</span>
        <span>
          {address ? <Link href={address}>{name}</Link> : name} <StateOf t={t} line={line} />
        </span>
        <span class="naast-quiet">
          {line.givenName !== null && `${whatIs(t, line)}, `}
          {line.at === null ? t('planning.no-time') : t('planning.until', { time: line.until ?? '' })}
        </span>
      </li>
    </>
  )
}
