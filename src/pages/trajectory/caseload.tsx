import type { Day } from '#domain/day.ts'
import { outcomePolicy } from '#domain/outcome/outcome-policy.ts'
import { Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { stateTone } from '#pages/trajectory/trajectory-head.tsx'
import type { T } from '#pages/words/words.ts'
import { type Caseload, listCaseload } from '#usecases/trajectory/list-caseload.ts'

const shows = ['open', 'active', 'waiting', 'unvisited', 'closed'] as const
const orders = ['longest', 'newest'] as const
const oneOf = <const Value extends string>(
  values: readonly [Value, ...Value[]],
  text: string | null,
): Value => values.find((value) => value === text) ?? values[0]

/** What the URL asks for. Something unknown in it is left aside: it is a list, nothing is lost. */
interface Asked {
  readonly show: (typeof shows)[number]
  readonly order: (typeof orders)[number]
  readonly mine: boolean
}
const askedOf = (query: URLSearchParams): Asked => ({
  show: oneOf(shows, query.get('show')),
  order: oneOf(orders, query.get('order')),
  mine: query.get('mine') === 'yes',
})
const hrefOf = (asked: Asked, after: Caseload['next'] = null): string => {
  const query = new URLSearchParams()
  if (asked.show !== 'open') query.set('show', asked.show)
  if (asked.order !== 'longest') query.set('order', asked.order)
  if (asked.mine) query.set('mine', 'yes')
  if (after) query.set('after', `${after.since}.${after.id}`)
  const text = query.toString()
  return text ? `${paths.trajectory.caseload()}?${text}` : paths.trajectory.caseload()
}
function afterOf(query: URLSearchParams) {
  const found = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    query.get('after') ?? '',
  )
  return found ? { since: found[1] ?? '', id: found[2] ?? '' } : null
}

export const caseloadRoutes: readonly Route[] = [
  staffRoute({
    path: paths.trajectory.caseload(),
    who: ['coordinator', 'safeguarding_lead'],
    async get({ context, actor, t, today, query }) {
      const asked = askedOf(query)
      const after = afterOf(query)
      const { rows, next } = await listCaseload(context, actor, { ...asked, after })
      return page(
        t('trajectory.caseload'),
        <>
          <Heading level={1}>{t('trajectory.caseload')}</Heading>
          <Filters t={t} asked={asked} />
          <Rows t={t} today={today} rows={rows} show={asked.show} />
          <p class="naast-actions">
            {next && <Link href={hrefOf(asked, next)}>{t('trajectory.next-page')}</Link>}{' '}
            {after && <Link href={hrefOf(asked)}>{t('trajectory.first-page')}</Link>}
          </p>
          {outcomePolicy.read(actor) && (
            <Text>
              <Link href={paths.outcome.list()}>{t('outcome.title')}</Link>
            </Text>
          )}
        </>,
      )
    },
  }),
]

const Filters = ({ t, asked }: { t: T; asked: Asked }) => (
  <>
    <nav class="naast-tabs" aria-label={t('trajectory.show')}>
      <ul>
        {shows.map((show) => (
          <li key={show}>
            <a href={hrefOf({ ...asked, show })} aria-current={show === asked.show ? 'page' : undefined}>
              {t(`trajectory.show.${show}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <p class="naast-actions">
      <Link href={hrefOf({ ...asked, mine: !asked.mine })}>
        {t(asked.mine ? 'trajectory.all' : 'trajectory.mine')}
      </Link>{' '}
      {orders
        .filter((order) => order !== asked.order)
        .map((order) => (
          <Link key={order} href={hrefOf({ ...asked, order })}>
            {t(`trajectory.order.${order}`)}
          </Link>
        ))}
    </p>
  </>
)

type Row = Caseload['rows'][number]
const Rows = ({ t, today, rows, show }: { t: T; today: Day; rows: readonly Row[]; show: Asked['show'] }) => (
  <Table
    caption={t(`trajectory.show.${show}`)}
    alone
    rows={rows}
    empty={
      show === 'unvisited' ? (
        <Empty title={t('trajectory.unvisited-empty')} />
      ) : (
        <Empty title={t('trajectory.caseload-empty')}>
          <Text>{t('trajectory.caseload-empty-hint')}</Text>
        </Empty>
      )
    }
    columns={[
      {
        heading: t('trajectory.column.name'),
        cell: (row) => <Link href={paths.trajectory.one(row.id)}>{row.name}</Link>,
      },
      { heading: t('trajectory.column.state'), cell: (row) => <State t={t} row={row} /> },
      { heading: t('trajectory.column.worker'), cell: (row) => row.worker },
      { heading: t('trajectory.column.last'), cell: (row) => <LastSeen t={t} row={row} today={today} /> },
      {
        heading: t('trajectory.column.next'),
        cell: (row) =>
          row.state !== 'active'
            ? null
            : row.nextContactOn
              ? t.day(row.nextContactOn, today)
              : t('trajectory.no-day'),
      },
      { heading: t('trajectory.column.done'), cell: (row) => row.contactsDone, numeric: true },
    ]}
  />
)

const State = ({ t, row }: { t: T; row: Row }) => (
  <span>
    <Tag tone={stateTone[row.state]}>{t(`trajectory.state.${row.state}`)}</Tag>{' '}
    {row.state === 'active' && row.phase?.[t.language]}
    {row.state === 'waiting' &&
      row.waitingSince &&
      t('trajectory.waiting-since', { day: t.longDay(row.waitingSince) })}
    {row.state === 'closed' && row.closedOn && t.longDay(row.closedOn)}
  </span>
)

const LastSeen = ({ t, row, today }: { t: T; row: Row; today: Day }) => {
  if (row.state === 'intake' || row.state === 'waiting') return null
  return (
    <span>
      {row.lastContactOn ? t.day(row.lastContactOn, today) : t('trajectory.not-seen')}{' '}
      {row.unvisited && (
        <Tag tone="attention">{t('trajectory.days-ago', { count: row.daysWithoutContact ?? 0 })}</Tag>
      )}
    </span>
  )
}
