import { Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listOutliers } from '#usecases/audit/list-outliers.ts'

/** Who stands out this month: each a way to her lines of that day, and none of them wrong by itself. */
async function show({ context, actor, t, today }: StaffRequest) {
  const outliers = await listOutliers(context, actor, {})
  return page(
    t('outliers.title'),
    <>
      <Heading level={1}>{t('outliers.title')}</Heading>
      <Text lead>{t('outliers.lead')}</Text>
      <Table
        caption={t('outliers.caption')}
        rows={outliers}
        empty={<Empty title={t('outliers.none')} />}
        columns={[
          {
            heading: t('audit.column.at'),
            cell: ({ on, memberId }) => (
              <Link
                href={`${paths.audit.list()}?${new URLSearchParams({ member: memberId, from: on.toString(), until: on.toString() })}`}
              >
                {t.day(on, today)}
              </Link>
            ),
          },
          { heading: t('audit.column.who'), cell: ({ name }) => name ?? t('audit.actor.member') },
          {
            heading: t('audit.column.what'),
            cell: ({ kind, count, usual }) => t(`outliers.${kind}`, { count, usual: usual ?? 0 }),
          },
        ]}
      />
      <Text quiet>{t('outliers.not')}</Text>
    </>,
    { place: paths.audit.list() },
  )
}

export const outlierRoutes: readonly Route[] = [
  staffRoute({ path: paths.audit.outliers(), who: ['privacy_officer'], get: show }),
]
