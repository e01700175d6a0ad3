import { z } from 'zod'
import { findImport, type ImportRowRecord, listImportRows } from '#db/import.ts'
import { type RowVerdict, rowVerdicts } from '#domain/import/import.ts'
import type { ImportField } from '#domain/import/import-field.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import type { RowProblemCode } from '#domain/import/row-problem.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { mappingOf, openCells, openHeadings, reasonsOf } from '#usecases/import/import-fields.ts'
import { summaryOf } from '#usecases/import/read-import.ts'
import { question } from '#usecases/use-case.ts'

/** Rows on one page of the preview. */
export const previewPage = 50

/** A row as it is shown: where it stands, who it is about, what will happen and why. */
export interface PreviewRow {
  readonly number: number
  readonly name: string
  readonly verdict: RowVerdict
  readonly reasons: readonly PreviewReason[]
}
export interface PreviewReason {
  readonly code: RowProblemCode
  /** Heading of the column, and what stands in the cell; `null` if it is about the row. */
  readonly heading: string | null
  readonly cell: string | null
  /** Number of the column from 1, for columns without a heading. */
  readonly column: number | null
  readonly row: number | null
  readonly referralId: string | null
}

/** Row by row what will happen, or has happened, and why. Page 1 is the first. */
export const previewImport = question({
  name: 'preview-import',
  // Nobody in a list has a file yet, but reading it is reading about people all the same.
  traced: true,
  may: importPolicy.use,
  input: z.strictObject({
    id: z.uuid(),
    page: z.int().min(1).max(10_000).default(1),
    verdict: z.enum(rowVerdicts).nullable().default(null),
  }),
  async run(work, { id, page, verdict }) {
    const { tx, actor, orgId, vault } = work
    const list = await findImport(tx, actor, id)
    if (!list) throw new NotFound()
    await vault.load([id])
    const { headings } = openHeadings(work, list)
    const { columns } = mappingOf(list)
    const rows = await listImportRows(tx, orgId, id, {
      ...(verdict ? { verdicts: [verdict] } : {}),
      limit: previewPage,
      offset: (page - 1) * previewPage,
    })
    return {
      summary: await summaryOf(work, list),
      rows: rows.map((row) => previewRow(work, row, headings, columns)),
    }
  },
})

const nameFields: readonly ImportField[] = ['given', 'name', 'prefix', 'family']
/** As much of a cell as anyone needs to find it. */
const cellShown = 60

export function previewRow(
  work: Work,
  row: ImportRowRecord,
  headings: readonly string[],
  columns: readonly (ImportField | null)[],
): PreviewRow {
  const cells = openCells(work, row)
  const short = (text: string) => (text.length > cellShown ? `${text.slice(0, cellShown)}…` : text)
  return {
    number: row.row_number,
    name: short(
      nameFields
        .map((field) => cells[columns.indexOf(field)] ?? '')
        .filter((text) => text !== '')
        .join(' '),
    ),
    verdict: rowVerdicts.find((known) => known === row.verdict) ?? 'unread',
    reasons: reasonsOf(row).map(({ code, column, row: other, referralId }) => ({
      code,
      heading: column === null ? null : (headings[column] ?? ''),
      cell: column === null ? null : short(cells[column] ?? ''),
      column: column === null ? null : column + 1,
      row: other ?? null,
      referralId: referralId ?? null,
    })),
  }
}
