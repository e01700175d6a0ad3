import { tallyIds } from '#domain/figures/figures.ts'
import { countWords, rowWords } from '#pages/figures/figure-words.ts'
import { RegionMap } from '#pages/figures/region-map.tsx'
import { Heading, Table, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { ReportReleasePage } from '#usecases/report-release/read-report-release.ts'

export type PackTable = ReportReleasePage['pack']['tables'][number]
type Names = Pick<ReportReleasePage, 'programmes' | 'reasons' | 'maps'>

/** A table of a pack in words, row by row, with its totals. */
function wordsOfTable(t: T, table: PackTable, names: Names) {
  const tally = tallyIds.find((id) => id === table.id)
  const name = (codes: readonly string[]) =>
    codes.map((code) => (tally ? rowWords(t, tally, code, names) : ownWords(t, 'row', code))).join(', ')
  const [rows, columns] = table.dimensions
  const shown = (value: number | null | undefined) => countWords(t, value)
  const heads = columns ? [...columns.categories.map(name), t('figures.total')] : [t('figures.number')]
  const wide = columns?.categories.length ?? 1
  const body = (rows?.categories ?? []).map((codes, at) => [
    name(codes),
    ...Array.from({ length: wide }, (_, column) => shown(table.cells[at * wide + column])),
    ...(columns ? [shown(table.rowTotals[at])] : []),
  ])
  const total = [
    t('figures.total'),
    ...(columns ? columns.categories.map((_, column) => shown(table.columnTotals[column])) : []),
    shown(table.total),
  ]
  const title = tally ? t(`figures.tally.${tally}`) : ownWords(t, 'tally', table.id)
  return {
    title,
    how: tally ? t(`figures.how.${tally}`) : ownWords(t, 'how', table.id),
    heads: [title, ...heads],
    body: [...body, total],
  }
}

/** Of a table that stands in packs only. */
function ownWords(t: T, part: 'tally' | 'row' | 'how', code: string): string {
  const key = `figures.${part}.${code}`
  return t.has(key) ? t(key) : code
}

/** That it isn't told, and at most its total. */
const refusedWords = (t: T, { refused, total }: PackTable): string =>
  [refused && t(`release.refused.${refused}`), total === null ? null : t('release.refused-total', { total })]
    .filter((one) => one)
    .join(' ')

/** The same as it stands in a file, with how it was counted and an empty row below. */
export function rowsOfTable(t: T, table: PackTable, names: Names): readonly (readonly string[])[] {
  const { title, heads, body, how } = wordsOfTable(t, table, names)
  return [...(table.refused ? [[title, refusedWords(t, table)]] : [heads, ...body]), [how], []]
}

export const PackTableView = ({
  t,
  table,
  names,
  level = 2,
}: {
  t: T
  table: PackTable
  names: Names
  level?: 2 | 3
}) => {
  const { title, how, heads, body } = wordsOfTable(t, table, names)
  const tally = tallyIds.find((id) => id === table.id)
  const map = tally && names.maps.get(tally)
  return (
    <section>
      <Heading level={level}>{title}</Heading>
      {map && <RegionMap t={t} map={map} title={title} />}
      {table.refused ? (
        <Text>{refusedWords(t, table)}</Text>
      ) : (
        <Table
          caption={title}
          alone
          rows={body}
          empty={null}
          columns={heads.map((heading, at) => ({
            heading,
            numeric: at > 0,
            cell: (row: readonly string[]) => row[at],
          }))}
        />
      )}
      {table.collapsed.length > 0 && <Text quiet>{t('release.collapsed')}</Text>}
      {!table.refused && <Text quiet>{how}</Text>}
    </section>
  )
}
