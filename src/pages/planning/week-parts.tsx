import type { ComponentChildren } from 'preact'
import { type Day, readDay } from '#domain/day.ts'
import type { Between } from '#domain/planning/reach.ts'
import { isNearWeek, mondayOf } from '#domain/planning/week.ts'
import { Link, Tag } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { WeekLine } from '#usecases/planning/week-lines.ts'

/** The week that the address asks for; this one if it asks for none, or for one that nobody leafs to. */
export function askedWeek({ query, today }: StaffRequest): Day {
  const day = readDay(query.get('from') ?? '') ?? today
  return mondayOf(isNearWeek(mondayOf(day), today) ? day : today)
}

/** To the week before and the week after, as plain links. */
export const WeekWays = ({
  t,
  monday,
  today,
  href,
}: {
  t: T
  monday: Day
  today: Day
  href: (monday: string) => string
}) => {
  const to = (weeks: number) => monday.add({ weeks })
  return (
    <nav class="naast-week__ways" aria-label={t('planning.weeks')}>
      {isNearWeek(to(-1), today) && <Link href={href(to(-1).toString())}>{t('planning.week-before')}</Link>}
      {!monday.equals(mondayOf(today)) && (
        <Link href={href(mondayOf(today).toString())}>{t('planning.week-now')}</Link>
      )}
      {isNearWeek(to(1), today) && <Link href={href(to(1).toString())}>{t('planning.week-after')}</Link>}
    </nav>
  )
}

export const DayOf = ({
  t,
  on,
  today,
  marks,
  children,
}: {
  t: T
  on: Day
  today: Day
  marks: readonly string[]
  children: ComponentChildren
}) => (
  <section class={`naast-week__day${on.equals(today) ? ' naast-week__day--today' : ''}`}>
    <h2 class="utrecht-heading-3">
      {t.day(on, today)}
      {on.equals(today) && `, ${t('planning.today')}`}
      {marks.map((mark) => (
        <span key={mark}>
          {' '}
          <Tag>{mark}</Tag>
        </span>
      ))}
    </h2>
    {children}
  </section>
)

/** What is free between two visits and how long the way is; a warning in words where it can't be. */
export const BetweenTwo = ({ t, before }: { t: T; before: Between | null }) => {
  if (!before) return null
  const { free, travel, how } = before
  if (how === 'overlap')
    return (
      <li class="naast-week__between">
        <Tag tone="attention">{t('planning.overlap')}</Tag>
      </li>
    )
  return (
    <li class="naast-week__between">
      {how === 'tight' && <Tag tone="attention">{t('planning.tight')}</Tag>}{' '}
      {t('planning.free', { count: free })}
      {travel !== null && `, ${t('planning.travel', { count: travel })}`}
    </li>
  )
}

/** Where a line leads, if its reader may open it. */
export const addressOf = ({ kind, id }: Pick<WeekLine, 'kind' | 'id'>): string | null =>
  kind === 'visit' ? paths.contact.one(id) : kind === 'session' ? paths.group.session(id) : null

/** What it is in a word: how they meet, or that it is a group, a talk or a visit that she comes along to. */
export const whatIs = (t: T, { kind, mode }: Pick<WeekLine, 'kind' | 'mode'>): string =>
  kind === 'visit' && mode
    ? t(`contact.mode.${mode}`)
    : t(`planning.kind.${kind === 'visit' ? 'joint' : kind}`)

export const StateOf = ({ t, line: { kind, state, confirmed } }: { t: T; line: WeekLine }) =>
  kind !== 'visit' ? null : state !== 'planned' ? (
    <Tag tone={state === 'done' ? 'done' : 'attention'}>{t(`contact.state.${state}`)}</Tag>
  ) : (
    confirmed && <Tag tone="info">{t('planning.confirmed')}</Tag>
  )
