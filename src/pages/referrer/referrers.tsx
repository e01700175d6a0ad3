import { Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { trainingName } from '#pages/referrer/training-name.ts'
import { listReferrers } from '#usecases/referrer/list-referrers.ts'

/** Who refers with an account: from which organisation, and with which training. */
export const referrerListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.referrer.list(),
    who: ['coordinator', 'administrator'],
    async get({ context, actor, t, today }) {
      const { referrers, asked } = await listReferrers(context, actor, {})
      return page(
        t('referrer.title'),
        <>
          <Heading level={1}>{t('referrer.title')}</Heading>
          <Text lead>{t('referrer.lead')}</Text>
          <Table
            caption={t('referrer.title')}
            alone
            rows={referrers}
            empty={<Empty title={t('referrer.empty')} />}
            columns={[
              {
                heading: t('referrer.name'),
                cell: (row) => <Link href={paths.referrer.one(row.memberId)}>{row.name}</Link>,
              },
              {
                heading: t('referrer.organisation'),
                cell: (row) => row.organisation?.name ?? <Tag>{t('network.not-known')}</Tag>,
              },
              {
                heading: t('referrer.trainings'),
                cell: (row) =>
                  row.trainings
                    .map(({ code, on }) => `${trainingName(t, asked, code)} (${t.day(on, today)})`)
                    .join(', ') || '—',
              },
            ]}
          />
          <Link href={paths.network.list()}>{t('network.title')}</Link>
        </>,
        { place: paths.network.list() },
      )
    },
  }),
]
