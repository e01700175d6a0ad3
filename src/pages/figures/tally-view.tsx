import { leastForShare, sum, type Tally } from '#domain/figures/figures.ts'
import { figuresPolicy } from '#domain/figures/figures-policy.ts'
import { rowWords } from '#pages/figures/figure-words.ts'
import { RegionMap } from '#pages/figures/region-map.tsx'
import { Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { Figures } from '#usecases/figures/read-figures.ts'

type Row = Tally['rows'][number]

/** One tally: a picture of its rows, the same as a table whose counts open, and how it was counted. */
export const TallyView = ({
  request,
  figures,
  tally,
}: {
  request: StaffRequest
  figures: Figures
  tally: Tally
}) => {
  const { t, actor } = request
  if (tally.total === 0) return null
  const map = figures.maps.get(tally.id)
  const title = t(`figures.tally.${tally.id}`)
  const opens = figuresPolicy.openTally(actor, tally.id)
  const count = (row: Row, at: number) => {
    const many = row.counts[at] ?? 0
    if (many === 0 || !opens) return many
    return <Link href={casesAt(figures, tally, row, tally.columns[at] ?? 'all')}>{many}</Link>
  }
  return (
    <section>
      <Heading>{title}</Heading>
      {map && <RegionMap t={t} map={map} title={title} />}
      <Bars t={t} tally={tally} name={(row) => rowWords(t, tally.id, row, figures)} title={title} />
      <Table
        caption={title}
        alone
        rows={tally.rows}
        empty={null}
        columns={[
          { heading: title, cell: ({ code }) => rowWords(t, tally.id, code, figures) },
          ...tally.columns.map((column, at) => ({
            heading: column === 'all' ? t('figures.number') : rowWords(t, tally.id, column, figures),
            numeric: true,
            cell: (row: Row) => count(row, at),
          })),
          ...(tally.total >= leastForShare
            ? [
                {
                  heading: t('figures.share'),
                  numeric: true,
                  cell: (row: Row) => `${Math.round((100 * sum(row.counts)) / tally.total)} %`,
                },
              ]
            : []),
        ]}
      />
      <Text quiet>{t(`figures.how.${tally.id}`)}</Text>
    </section>
  )
}

function casesAt({ period, programme }: Figures, tally: Tally, row: Row, column: string): string {
  const asked = new URLSearchParams({ row: row.code, column, period: period.code })
  if (programme) asked.set('programme', programme)
  return `${paths.figures.cases(tally.id)}?${asked}`
}

const size = { width: 360, number: 40, row: 44, text: 14, bar: 20, thick: 14 } as const

/** A bar for each row, as long as it is large, its name above it; the table beside it says the same in numbers. */
const Bars = ({
  t,
  tally,
  name,
  title,
}: {
  t: StaffRequest['t']
  tally: Tally
  name: (row: string) => string
  title: string
}) => {
  const most = Math.max(...tally.rows.map(({ counts }) => sum(counts)))
  return (
    <svg
      class="naast-bars"
      viewBox={`0 0 ${size.width} ${tally.rows.length * size.row}`}
      role="img"
      aria-label={`${title}. ${t('figures.total')}: ${tally.total}`}
    >
      {tally.rows.map(({ code, counts }, at) => {
        const long = ((size.width - size.number) * sum(counts)) / most
        const y = at * size.row
        return (
          <g key={code}>
            <text x={0} y={y + size.text}>
              {short(name(code))}
            </text>
            <rect class="naast-bars__bar" x={0} y={y + size.bar} width={long} height={size.thick} />
            <text x={long + 6} y={y + size.bar + size.thick - 2}>
              {sum(counts)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** As much as stands above a bar; the table has it whole. */
const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text
const longest = 48
