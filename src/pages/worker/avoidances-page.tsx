import { Empty, Heading, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listAvoidances } from '#usecases/worker/list-avoidances.ts'

/** Whom workers must not meet, for the one who is asked before a pair is made and tells no reason. */
export const avoidancesRoutes: readonly Route[] = [
  staffRoute({
    path: paths.worker.avoidances(),
    who: ['safeguarding_lead'],
    async get({ context, actor, t, host }) {
      const rows = await listAvoidances(context, actor, {})
      return page(
        t('avoidance.title'),
        <>
          <Heading level={1}>{t('avoidance.title')}</Heading>
          <Text lead>{t('avoidance.lead')}</Text>
          <Table
            caption={t('avoidance.title')}
            rows={rows}
            empty={<Empty title={t('avoidance.none')} />}
            columns={[
              { heading: t('worker.column.name'), cell: ({ name }) => name },
              { heading: t('avoidance.words'), cell: ({ words }) => words ?? '—' },
              {
                heading: t('avoidance.since'),
                cell: ({ saidAt }) => t.longDay(saidAt.toZonedDateTimeISO(host.zone).toPlainDate()),
              },
            ]}
          />
        </>,
        { place: paths.worker.avoidances() },
      )
    },
  }),
]
