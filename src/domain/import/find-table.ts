import { isBsn } from '#domain/bsn.ts'
import { guessHeading } from '#domain/import/guess-columns.ts'
import { plainHeading } from '#domain/import/heading-words.ts'
import { tidyCell } from '#domain/import/tidy-cell.ts'
import { readPhone } from '#domain/person/phone.ts'

/** A list as it stands in a file: its headings and the rows under them. Every row has as many cells as headings. */
export interface ImportTable {
  /** Empty for a column without a heading. */
  readonly headings: readonly string[]
  readonly rows: readonly ImportTableRow[]
  /** Headings of columns that were left out because a citizen service number may not be kept. */
  readonly dropped: readonly string[]
}
export interface ImportTableRow {
  /** The row's number in the file, from 1, so that it can be found there. */
  readonly number: number
  readonly cells: readonly string[]
}

/** Headings stand in one of the first rows that hold anything. */
const headingDepth = 15

/**
 * Finds the table in a file: skips titles above it, joins headings of two rows (a group over its columns), drops
 * empty rows and columns and columns with citizen service numbers. A file without headings gets empty ones.
 */
export function findTable(grid: readonly (readonly string[])[]): ImportTable {
  const rows = grid
    .map((cells, at) => ({ number: at + 1, cells: cells.map(tidyCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const full = rows.map(({ number, cells }) => ({
    number,
    cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''),
  }))
  const at = headingRow(full)
  const headings = at === null ? Array.from({ length: width }, () => '') : joinHeadings(full, at)
  return withoutColumns(headings, full.slice(at === null ? 0 : at + 1))
}

/** The row that looks most like headings; `null` if none does and the first row is somebody. */
function headingRow(rows: readonly ImportTableRow[]): number | null {
  let best: { at: number; score: number } | null = null
  for (const [at, { cells }] of rows.slice(0, headingDepth).entries()) {
    const filled = cells.filter((cell) => cell !== '')
    if (filled.some(looksLikeData)) continue
    const known = filled.filter((cell) => guessHeading(cell).field !== null).length
    // One known word in a long row is a title that happens to hold it.
    const score = known + (known >= 2 ? filled.length / 100 : 0)
    if (known > 0 && (best === null || score > best.score)) best = { at, score }
  }
  if (best) return isSecondHeadingRow(rows[best.at], rows[best.at + 1]) ? best.at + 1 : best.at
  const first = rows.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= 2)
  const row = rows[first]
  return row && !row.cells.some(looksLikeData) ? first : null
}

/** Right under the headings, and all of it words that headings are made of: the lower half of two-row headings. */
function isSecondHeadingRow(upper: ImportTableRow | undefined, lower: ImportTableRow | undefined): boolean {
  if (!upper || lower?.number !== upper.number + 1) return false
  const filled = lower.cells.filter((cell) => cell !== '')
  return filled.length >= 2 && filled.every((cell) => guessHeading(cell).field !== null)
}

const looksLikeDay = (cell: string): boolean =>
  /^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|^\d{4}-\d{2}-\d{2}/.test(cell)

const looksLikeData = (cell: string): boolean =>
  /\S@\S+\.\S/.test(cell) ||
  looksLikeDay(cell) ||
  /^\d{4}\s?[a-z]{2}$/i.test(cell) ||
  (cell.length >= 9 && readPhone(cell) !== null)

/**
 * Joins a heading with the group that stands over it (`Kind` over `naam` and `geb.datum`). A group runs on to the
 * right over blank cells, as merged cells come out of a spreadsheet.
 */
function joinHeadings(rows: readonly ImportTableRow[], at: number): string[] {
  const own = rows[at]?.cells ?? []
  const above = at > 0 ? rows[at - 1] : undefined
  if (!above || rows[at]?.number !== above.number + 1 || !isGroupRow(above.cells)) return [...own]
  let group = ''
  return own.map((heading, column) => {
    const over = above.cells[column] ?? ''
    if (over !== '') group = over
    else if (heading === '') return ''
    return heading === '' ? over : `${group} ${heading}`.trim()
  })
}

/** Two or more words with nothing like data: a title alone over the table is no group. */
const isGroupRow = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length >= 2 && filled.every((cell) => cell.length <= 40 && !looksLikeData(cell))
}

function withoutColumns(headings: readonly string[], rows: readonly ImportTableRow[]): ImportTable {
  const dropped: string[] = []
  const kept = headings.flatMap((heading, at) => {
    const values = rows.flatMap(({ cells }) => cells[at] || [])
    if (isBsnColumn(heading, values)) {
      dropped.push(heading)
      return []
    }
    return values.length === 0 ? [] : [at]
  })
  return {
    headings: kept.map((at) => headings[at] ?? ''),
    rows: rows.map(({ number, cells }) => ({ number, cells: kept.map((at) => cells[at] ?? '') })),
    dropped,
  }
}

/** By its heading, or because nearly all its numbers pass the eleven-test, which chance does not do. */
function isBsnColumn(heading: string, values: readonly string[]): boolean {
  if (
    /\b(bsn|burgerservice ?nr|burgerservice ?nummer|sofi ?nr|sofi ?nummer|citizen service number)\b/.test(
      plainHeading(heading),
    )
  )
    return true
  // Eight digits are nine that lost their zero; days and shorter numbers pass the test by chance alone.
  const numbers = [...new Set(values)].map((value) =>
    looksLikeDay(value) ? '' : value.replace(/[\s.-]/g, '').replace(/^\d{8}$/, '0$&'),
  )
  return numbers.length >= 3 && numbers.filter(isBsn).length >= numbers.length * 0.8
}
