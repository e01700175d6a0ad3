import { type ReferralState, undecidedStates } from '#domain/referral/referral.ts'
import { ButtonLink, Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listReferrals } from '#usecases/referral/list-referrals.ts'

const decidedStates: ReferralState[] = ['accepted', 'redirected', 'rejected', 'duplicate', 'withdrawn']

type Cursor = NonNullable<Awaited<ReturnType<typeof listReferrals>>['next']>
const hrefOf = (decided: boolean, after: Cursor | null = null): string => {
  const query = new URLSearchParams(decided ? { show: 'decided' } : {})
  if (after) query.set('after', `${after.at}_${after.id}`)
  return query.size > 0 ? `${paths.desk.list()}?${query}` : paths.desk.list()
}
/** What the URL asks for. What can't be read is the first page: nothing is lost by it. */
function afterOf(query: URLSearchParams): Cursor | null {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    query.get('after') ?? '',
  )
  return found ? { at: found[1] ?? '', id: found[2] ?? '' } : null
}

/** The desk: who waits, since when, and by when she must have been contacted. */
export const deskRoutes: readonly Route[] = [
  staffRoute({
    path: paths.desk.list(),
    who: ['coordinator'],
    async get({ context, actor, t, today, query }) {
      const decided = query.get('show') === 'decided'
      const after = afterOf(query)
      const { referrals, acute, others, next } = await listReferrals(context, actor, {
        states: decided ? decidedStates : [...undecidedStates],
        after,
      })
      const all = acute + others
      return page(
        t('desk.title'),
        <>
          <Heading level={1}>{t('desk.title')}</Heading>
          {!decided && !after && all > 0 && <Text lead>{t('desk.lead', { count: all })}</Text>}
          {(next || after) && (
            <Text quiet>{t(decided ? 'desk.part-decided' : 'desk.part', { count: others })}</Text>
          )}
          <Table
            caption={t('desk.title')}
            alone
            rows={referrals}
            empty={
              <Empty title={t('desk.empty')}>
                <Text>{t('desk.empty-hint')}</Text>
              </Empty>
            }
            columns={[
              {
                heading: t('desk.column.name'),
                cell: (row) => <Link href={paths.desk.one(row.id)}>{row.name}</Link>,
              },
              {
                heading: t('desk.column.from'),
                cell: (row) =>
                  `${t(`referral.kind.${row.referrerKind}`)}, ${t(`referral.channel.${row.channel}`)}`,
              },
              { heading: t('desk.column.received'), cell: (row) => t.day(row.receivedOn, today) },
              {
                heading: t('desk.column.due'),
                cell: (row) => (
                  <>
                    {t.day(row.contactDueOn, today)}{' '}
                    {row.late && <Tag tone="attention">{t('desk.late')}</Tag>}
                  </>
                ),
              },
              {
                heading: t('desk.column.state'),
                cell: (row) =>
                  row.acute ? (
                    <Tag tone="danger">{t('desk.acute')}</Tag>
                  ) : (
                    <Tag>{t(`referral.state.${row.state}`)}</Tag>
                  ),
              },
            ]}
          />
          {(next || after) && (
            <p class="naast-actions">
              {next && <Link href={hrefOf(decided, next)}>{t('desk.next-page')}</Link>}{' '}
              {after && <Link href={hrefOf(decided)}>{t('desk.first-page')}</Link>}
            </p>
          )}
          <p class="naast-actions">
            <ButtonLink href={paths.import.start()} kind="secondary">
              {t('desk.import')}
            </ButtonLink>
            <ButtonLink href={paths.network.list()} kind="secondary">
              {t('network.title')}
            </ButtonLink>
          </p>
          <Link href={hrefOf(!decided)}>{t(decided ? 'desk.undecided' : 'desk.decided')}</Link>
        </>,
      )
    },
  }),
]
