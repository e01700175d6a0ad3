import type { ImportRecord, ImportRowRecord } from '#db/import.ts'
import { doublesInList, isStrong } from '#domain/import/doubles-in-list.ts'
import type { RowVerdict } from '#domain/import/import.ts'
import type { ImportMapping } from '#domain/import/import-mapping.ts'
import { type ReadRow, readRow } from '#domain/import/read-row.ts'
import type { RowProblem } from '#domain/import/row-problem.ts'
import type { ReferralSubmission } from '#domain/referral/referral-submission.ts'
import type { Work } from '#usecases/context.ts'
import { openCells, openHeadings } from '#usecases/import/import-fields.ts'
import { findDuplicatesOfEach } from '#usecases/person/find-duplicates.ts'

export interface JudgedRow {
  readonly id: string
  readonly verdict: RowVerdict
  readonly reasons: readonly RowProblem[]
}

/** Reads rows with this mapping. The list's key must be loaded. */
export function readRows(
  work: Work,
  list: ImportRecord,
  mapping: Pick<ImportMapping, 'columns' | 'agreed'>,
  rows: readonly ImportRowRecord[],
): { row: ImportRowRecord; cells: readonly string[]; read: ReadRow }[] {
  const { headings } = openHeadings(work, list)
  const reading = { headings, ...mapping, programmeId: list.programme_id, today: work.today }
  return rows.map((row) => {
    const cells = openCells(work, row)
    return { row, cells, read: readRow(cells, reading) }
  })
}

/**
 * Says of each row what will happen to it: imported, refused and why, or held back because she may be in the list
 * or in our files already. Doubles are proposed, never merged.
 */
export async function judgeRows(
  work: Work,
  list: ImportRecord,
  mapping: Pick<ImportMapping, 'columns' | 'agreed'>,
  rows: readonly ImportRowRecord[],
): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = []
  const readable: { row: ImportRowRecord; submission: ReferralSubmission; notes: readonly RowProblem[] }[] =
    []
  const seen = new Map<string, number>()
  for (const { row, cells, read } of readRows(work, list, mapping, rows)) {
    const text = JSON.stringify(cells)
    const same = seen.get(text)
    seen.set(text, same ?? row.row_number)
    if (!read.submission) judged.push({ id: row.id, verdict: 'refused', reasons: read.problems })
    else if (same !== undefined)
      judged.push({
        id: row.id,
        verdict: 'refused',
        reasons: [{ code: 'same-row-twice', column: null, row: same }],
      })
    else readable.push({ row, submission: read.submission, notes: read.notes })
  }
  const inList = doublesInList(
    readable.map(({ row, submission }) => ({ row: row.row_number, data: submission.mother })),
  )
  const inFiles = await findDuplicatesOfEach(
    work,
    readable.map(({ submission }) => submission.mother),
  )
  for (const [at, { row, notes }] of readable.entries()) {
    const earlier = inList.get(row.row_number)
    const known = inFiles[at]?.find(({ reason }) => isStrong(reason))
    const doubles: RowProblem[] = [
      ...(earlier === undefined ? [] : [{ code: 'double-in-file' as const, column: null, row: earlier }]),
      ...(known
        ? [{ code: 'double-in-files' as const, column: null, referralId: known.referralId ?? undefined }]
        : []),
    ]
    judged.push({
      id: row.id,
      verdict: doubles.length > 0 ? 'double' : 'good',
      reasons: [...doubles, ...notes],
    })
  }
  return judged
}
