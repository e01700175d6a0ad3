import { factUnitOf, tallyIds } from '#domain/figures/figures.ts'
import { readPeriod } from '#domain/figures/period.ts'
import { toCsv } from '#domain/import/refused-csv.ts'
import { ChoosePeriod } from '#pages/figures/choose-period.tsx'
import { factWords, howOfFacts, periodWords } from '#pages/figures/figure-words.ts'
import { Empty, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { PackTableView, rowsOfTable } from '#pages/report-release/pack-table.tsx'
import type { T } from '#pages/words/words.ts'
import { NotFound } from '#usecases/failure.ts'
import { readSteeringFigures, type SteeringFigures } from '#usecases/figures/read-steering-figures.ts'
import { spreadsheetType, writeSpreadsheet } from '#usecases/report-release/write-spreadsheet.ts'

const who = ['coordinator', 'safeguarding_lead', 'programme_manager'] as const

/** In the order in which a woman goes through a programme. */
const parts = ['received', 'started', 'running', 'closed'] as const

async function read({ context, actor, today, query }: StaffRequest): Promise<SteeringFigures> {
  const asked = readPeriod(query.get('period') ?? '') ?? readPeriod(`${today.year}`)
  if (!asked) throw new NotFound()
  return readSteeringFigures(context, actor, {
    period: asked.code,
    programme: query.get('programme') ?? '',
  })
}
type Fact = SteeringFigures['facts'][number]
const factText = (t: T, { id, told, few }: Fact) =>
  few ? t('steering.too-few') : factWords(t, factUnitOf[id], told)

/** What its numbers are about, in the order in which they stand on the page. */
const families = ['wait', 'visits', 'coordinators', 'workers', 'chain'] as const

/** A whole period on one page for who steers: every table and number, with what is small hidden; and as a file. */
async function show(request: StaffRequest) {
  const { t } = request
  const figures = await read(request)
  const counted = figures.tables.length > 0 || figures.facts.some(({ told, few }) => told || few)
  const asked = new URLSearchParams({ period: figures.period.code, programme: figures.programme })
  return page(
    t('steering.title'),
    <>
      <Heading level={1}>{t('steering.title')}</Heading>
      <Text lead>{t('steering.lead', { least: figures.least })}</Text>
      <ChoosePeriod
        request={request}
        period={figures.period}
        programmes={figures.programmes}
        programme={figures.programme}
      />
      {figures.running && (
        <Notice>
          <Text>{t('figures.running')}</Text>
        </Notice>
      )}
      {!counted && (
        <Empty title={t('figures.none')}>
          <Text>{t('figures.none-hint')}</Text>
        </Empty>
      )}
      {parts.map((set) => (
        <Tables key={set} t={t} set={set} figures={figures} />
      ))}
      {counted && (
        <section>
          <Heading>{t('figures.facts')}</Heading>
          {families
            .map((family) => ({
              family,
              facts: figures.facts.filter(({ id }) => id.startsWith(`${family}.`)),
            }))
            .filter(({ facts }) => facts.length > 0)
            .map(({ family, facts }) => (
              <section key={family}>
                <Heading level={3}>{t(`steering.family.${family}`)}</Heading>
                <Summary rows={facts.map((fact) => [t(`figures.fact.${fact.id}`), factText(t, fact)])} />
                {howOfFacts(
                  t,
                  facts.map(({ id }) => id),
                ).map((how) => (
                  <Text key={how} quiet>
                    {how}
                  </Text>
                ))}
              </section>
            ))}
          <Text quiet>{t('steering.how', { least: figures.least })}</Text>
          <p class="naast-actions naast-no-print">
            <Link href={`${paths.figures.steeringTable()}?${asked}`}>{t('release.as-csv')}</Link>{' '}
            <Link href={`${paths.figures.steeringSpreadsheet()}?${asked}`}>
              {t('release.as-spreadsheet')}
            </Link>
          </p>
        </section>
      )}
    </>,
    { place: paths.today() },
  )
}

/** What is told of one set of women; what can't be told apart is named in one sentence, with how many they are if that may be. */
const Tables = ({ t, set, figures }: { t: T; set: (typeof parts)[number]; figures: SteeringFigures }) => {
  const some = figures.tables.filter(({ id }) => id.startsWith(`${set}.`))
  const [told, refused] = [some.filter((one) => !one.refused), some.filter((one) => one.refused)]
  const total = refused.find((one) => one.total !== null)?.total ?? null
  const titles = tallyIds
    .filter((id) => refused.some((one) => one.id === id))
    .map((id) => t(`figures.tally.${id}`))
  if (some.length === 0) return null
  return (
    <section>
      <Heading>{t(`steering.set.${set}`)}</Heading>
      {told.map((table) => (
        <PackTableView key={table.id} t={t} table={table} names={figures} level={3} />
      ))}
      {refused.length > 0 && (
        <Text>
          {t('steering.refused', { titles: titles.join(', ') })}{' '}
          {total !== null && t('release.refused-total', { total })}
        </Text>
      )}
    </section>
  )
}

/** The same page row by row, as it stands in every file of it. */
async function rowsOf(request: StaffRequest) {
  const { t } = request
  const figures = await read(request)
  const programme = figures.programmes.find(({ id }) => id === figures.programme)
  const rows = figures.tables.flatMap((table) => rowsOfTable(t, table, figures))
  return {
    name: `${t('steering.file')}-${figures.period.code}`,
    rows: [
      [
        t('steering.title'),
        periodWords(t, figures.period),
        programme?.label[t.language] ?? t('figures.all-programmes'),
      ],
      [t('steering.how', { least: figures.least })],
      [],
      ...rows,
      ...figures.facts.map((fact) => [t(`figures.fact.${fact.id}`), factText(t, fact)]),
    ],
  }
}

async function table(request: StaffRequest) {
  const { name, rows } = await rowsOf(request)
  return {
    kind: 'file' as const,
    name: `${name}.csv`,
    type: 'text/csv; charset=utf-8',
    body: toCsv(rows),
  }
}
async function spreadsheet(request: StaffRequest) {
  const { name, rows } = await rowsOf(request)
  return {
    kind: 'file' as const,
    name: `${name}.xlsx`,
    type: spreadsheetType,
    body: await writeSpreadsheet(rows),
  }
}

export const steeringRoutes: readonly Route[] = [
  staffRoute({ path: paths.figures.steering(), who, get: show }),
  staffRoute({ path: paths.figures.steeringTable(), who, get: table }),
  staffRoute({ path: paths.figures.steeringSpreadsheet(), who, get: spreadsheet }),
]
