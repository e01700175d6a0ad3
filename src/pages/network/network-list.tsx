import { ButtonLink, Empty, Heading, Link, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listNetworkOrganisations } from '#usecases/network/list-network-organisations.ts'

/** Organisations around us, what they offer, and what has to be asked again. */
export const networkListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.network.list(),
    who: ['coordinator', 'administrator'],
    async get({ context, actor, t }) {
      const organisations = await listNetworkOrganisations(context, actor, {})
      return page(
        t('network.title'),
        <>
          <Heading level={1}>{t('network.title')}</Heading>
          <Text lead>{t('network.lead')}</Text>
          <p class="naast-actions">
            <ButtonLink href={paths.network.register()}>{t('network.register')}</ButtonLink>
            <ButtonLink href={paths.referrer.list()} kind="secondary">
              {t('referrer.title')}
            </ButtonLink>
            <ButtonLink href={paths.team.list()} kind="secondary">
              {t('team.title')}
            </ButtonLink>
          </p>
          <Table
            caption={t('network.title')}
            alone
            rows={organisations}
            empty={
              <Empty title={t('network.empty')}>
                <Text>{t('network.empty-hint')}</Text>
              </Empty>
            }
            columns={[
              {
                heading: t('network.name'),
                cell: (row) => <Link href={paths.network.one(row.id)}>{row.name}</Link>,
              },
              { heading: t('network.kind'), cell: (row) => t(`network.kind.${row.kind}`) },
              {
                heading: t('network.offers'),
                cell: (row) => row.categories.map((one) => t(`help.category.${one}`)).join(', ') || '—',
              },
              {
                heading: t('network.areas'),
                cell: (row) => row.areas.join(', ') || t('network.everywhere'),
              },
              {
                heading: t('network.confirmed'),
                cell: (row) =>
                  row.stale > 0 ? (
                    <Tag tone="attention">{t('network.stale-count', { count: row.stale })}</Tag>
                  ) : (
                    '—'
                  ),
              },
            ]}
          />
        </>,
      )
    },
  }),
]
