import { z } from 'zod'
import type { ImportRecord, ImportRowRecord } from '#db/import.ts'
import { type ImportState, isImportState } from '#domain/import/import.ts'
import { type ImportMapping, importMapping } from '#domain/import/import-mapping.ts'
import { type RowProblem, rowProblemCodes } from '#domain/import/row-problem.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/**
 * What stands in a list is sealed under the list's own key until a row becomes a referral: then it is sealed under
 * the woman's. Destroying the list's key leaves only who did what when.
 */
const importColumns = sealedFields('import', ['headings_sealed'])
const rowColumns = sealedFields('import_row', ['cells_sealed'])

const headingsKept = z.strictObject({ headings: z.array(z.string()), dropped: z.array(z.string()) })
export type ImportHeadings = z.output<typeof headingsKept>
const cellsKept = z.array(z.string())
const reasonsKept = z.array(
  z.strictObject({
    code: z.enum(rowProblemCodes),
    column: z.number().nullable(),
    row: z.number().optional(),
    referralId: z.string().optional(),
  }),
)

export const sealHeadings = ({ vault }: Work, importId: string, kept: ImportHeadings): Buffer =>
  importColumns.seal(vault, importId, importId, 'headings_sealed', JSON.stringify(kept))

export const sealCells = (
  { vault }: Work,
  importId: string,
  rowId: string,
  cells: readonly string[],
): Buffer => rowColumns.seal(vault, importId, rowId, 'cells_sealed', JSON.stringify(cells))

/** The headings, for which the list's key must be loaded; none once the list was thrown away. */
export function openHeadings({ vault }: Work, row: ImportRecord): ImportHeadings {
  const text = importColumns.open(vault, row.id, row.id, 'headings_sealed', row.headings_sealed)
  return text === null ? { headings: [], dropped: [] } : headingsKept.parse(JSON.parse(text))
}

/** What stands in a row; empty once it became a referral or the list was thrown away. */
export function openCells({ vault }: Work, row: ImportRowRecord): readonly string[] {
  if (row.cells_sealed.length === 0) return []
  const text = rowColumns.open(vault, row.import_id, row.id, 'cells_sealed', row.cells_sealed)
  return text === null ? [] : cellsKept.parse(JSON.parse(text))
}

export const mappingOf = (row: ImportRecord): ImportMapping => importMapping.parse(row.mapping)

export const reasonsOf = (row: ImportRowRecord): readonly RowProblem[] => reasonsKept.parse(row.reasons)

export function stateOf(row: ImportRecord): ImportState {
  if (!isImportState(row.state)) throw new Error('an import in a state nobody knows')
  return row.state
}
