import { type ReferralState, undecidedStates } from '#domain/referral/referral.ts'
import { ButtonLink, Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listReferrals } from '#usecases/referral/list-referrals.ts'

const decidedStates: ReferralState[] = ['accepted', 'redirected', 'rejected', 'duplicate', 'withdrawn']

/** The desk: who waits, since when, and by when she must have been contacted. */
export const deskRoutes: readonly Route[] = [
  staffRoute({
    path: paths.desk.list(),
    who: ['coordinator'],
    async get({ context, actor, t, today, query }) {
      const decided = query.get('show') === 'decided'
      const referrals = await listReferrals(context, actor, {
        states: decided ? decidedStates : [...undecidedStates],
      })
      return page(
        t('desk.title'),
        <>
          <Heading level={1}>{t('desk.title')}</Heading>
          {!decided && referrals.length > 0 && (
            <Text lead>{t('desk.lead', { count: referrals.length })}</Text>
          )}
          <Table
            caption={t('desk.title')}
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
          <p class="naast-actions">
            <ButtonLink href={paths.import.start()} kind="secondary">
              {t('desk.import')}
            </ButtonLink>
            <ButtonLink href={paths.network.list()} kind="secondary">
              {t('network.title')}
            </ButtonLink>
          </p>
          <Link href={decided ? paths.desk.list() : `${paths.desk.list()}?show=decided`}>
            {t(decided ? 'desk.undecided' : 'desk.decided')}
          </Link>
        </>,
      )
    },
  }),
]
