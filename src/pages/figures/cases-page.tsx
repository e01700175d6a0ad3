import { tallyIds } from '#domain/figures/figures.ts'
import { readPeriod } from '#domain/figures/period.ts'
import { periodWords, rowWords } from '#pages/figures/figure-words.ts'
import { Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { NotFound } from '#usecases/failure.ts'
import { listCases, mostCases } from '#usecases/figures/list-cases.ts'

/** The women behind one count. */
async function show({ context, actor, t, params, query }: StaffRequest) {
  const tally = tallyIds.find((one) => one === params.tally)
  const period = readPeriod(query.get('period') ?? '')
  const row = query.get('row') ?? ''
  if (!tally || !period || !/^[\w.-]{1,80}$/.test(row)) throw new NotFound()
  const found = await listCases(context, actor, {
    tally,
    row,
    column: /^[\w.-]{1,80}$/.test(query.get('column') ?? '') ? (query.get('column') ?? 'all') : 'all',
    period: period.code,
    programme: query.get('programme') ?? '',
  })
  const title = t('figures.cases')
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text lead>
        {t('figures.cases-lead', {
          what: t(`figures.tally.${tally}`),
          row: rowWords(t, tally, row, found),
          period: periodWords(t, period),
        })}
      </Text>
      <Table
        caption={title}
        alone
        rows={found.cases}
        empty={
          <Empty title={t('figures.cases-none')}>
            <Text>{t('figures.cases-none-hint')}</Text>
          </Empty>
        }
        columns={[
          {
            heading: t('figures.cases-who'),
            cell: ({ id, name }) => (
              <Link href={found.of === 'referral' ? paths.desk.one(id) : paths.trajectory.one(id)}>
                {name}
              </Link>
            ),
          },
        ]}
      />
      {found.cases.length === mostCases && <Text>{t('figures.cases-many', { count: mostCases })}</Text>}
      <Link href={paths.figures.list()}>{t('figures.back')}</Link>
    </>,
    { place: paths.today() },
  )
}

export const figureCasesRoutes: readonly Route[] = [
  staffRoute({ path: paths.figures.cases(':tally'), who: ['coordinator', 'safeguarding_lead'], get: show }),
]
