import { ButtonLink, Empty, Heading, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { followOwnReferrals } from '#usecases/referral/follow-own-referrals.ts'

/** For one who refers and has an account: what became of her own referrals. */
export const ownReferralsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.ownReferrals(),
    who: ['referrer'],
    async get({ context, actor, t, today }) {
      const referrals = await followOwnReferrals(context, actor, {})
      return page(
        t('own-referrals.title'),
        <>
          <Heading level={1}>{t('own-referrals.title')}</Heading>
          <Text lead>{t('own-referrals.lead')}</Text>
          <p class="naast-actions">
            <ButtonLink href={paths.referSignedIn()}>{t('own-referrals.refer')}</ButtonLink>
          </p>
          <Table
            caption={t('own-referrals.title')}
            alone
            rows={referrals}
            empty={<Empty title={t('own-referrals.empty')} />}
            columns={[
              { heading: t('desk.column.name'), cell: (row) => row.name },
              { heading: t('own-referrals.reference'), cell: (row) => row.reference },
              { heading: t('desk.column.received'), cell: (row) => t.day(row.receivedOn, today) },
              {
                heading: t('desk.column.state'),
                cell: (row) => <Tag>{t(`own-referrals.status.${row.status}`)}</Tag>,
              },
            ]}
          />
        </>,
      )
    },
  }),
]
