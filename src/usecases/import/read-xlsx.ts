import readSheets from 'read-excel-file/universal'
import { findTable } from '#domain/import/find-table.ts'
import { guessHeading } from '#domain/import/guess-columns.ts'
import { importLimits } from '#domain/import/import.ts'
import { UnreadableFile, xmlParts } from '#usecases/import/zip-parts.ts'

/** Rows of the sheet that holds the list. Throws `UnreadableFile` with the reason if there is none to be had. */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const parts = await xmlParts(bytes)
  if (!parts.has('xl/workbook.xml')) throw new UnreadableFile('file-not-a-list')
  for (const xml of parts.values()) checkPart(xml)
  try {
    const sheets = await readSheets(new Blob([bytes]))
    return listSheet(sheets.map(({ data }) => data.map((row) => row.map(cellText))))
  } catch {
    throw new UnreadableFile('file-damaged')
  }
}

/** A cell beyond this can't be part of a list; the reader would fill up everything before it. */
const furthest = { row: 100_000, column: 2_000, cells: 4_000_000 }

/**
 * Refuses what would make the reader work without end: entities of the file's own, and cells far away. Cells
 * without a value may be anywhere (a coloured column reaches the end of the sheet) and are not looked at.
 */
function checkPart(xml: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new UnreadableFile('file-damaged')
  if (!/<(?:\w+:)?sheetData/.test(xml)) return
  const filled = xml.replace(/<(?:\w+:)?c\b[^<>]*\/>/g, '')
  let [row, column] = [0, 0]
  for (const [, double, single] of filled.matchAll(/(?<!xmlns:)\br\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const place = /^([A-Z]{0,3})(\d{1,7})$/.exec(double ?? single ?? '')
    if (!place) throw new UnreadableFile('file-damaged')
    row = Math.max(row, Number(place[2]))
    column = Math.max(column, columnNumber(place[1] ?? ''))
  }
  if (row > furthest.row || row * column > furthest.cells) throw new UnreadableFile('file-too-many-rows')
  if (column > furthest.column) throw new UnreadableFile('file-too-many-columns')
}
const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

/** Days come out as days, large numbers (phone numbers) without exponents, ticks as words. */
function cellText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value.toFixed(0) : String(value)
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : ''
}

/** The first sheet whose headings we know; without any, the longest. Cover pages and code lists come before and after. */
function listSheet(sheets: readonly string[][][]): string[][] {
  const known = sheets.find(
    (rows) =>
      findTable(rows.slice(0, 30)).headings.filter((heading) => guessHeading(heading).field !== null)
        .length >= 2,
  )
  const empty: string[][] = []
  return (
    known ??
    sheets
      .reduce((longest, rows) => (rows.length > longest.length ? rows : longest), empty)
      .slice(0, importLimits.rows * 2)
  )
}
