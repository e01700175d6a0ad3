import { z } from 'zod'
import { json } from '#db/connection.ts'
import { insertImport, insertImportRows } from '#db/import.ts'
import { findTable } from '#domain/import/find-table.ts'
import { guessColumns } from '#domain/import/guess-columns.ts'
import { importLimits } from '#domain/import/import.ts'
import type { ImportMapping } from '#domain/import/import-mapping.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'
import { sealCells, sealHeadings } from '#usecases/import/import-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Rows that the guess looks at. */
const sample = 50

/**
 * Takes a list in as it is, sealed under a key of its own, with a guess of what its columns hold. Nothing in it is a
 * referral yet. Refuses (`Invalid` on `file`) a file without rows under its headings.
 */
export const startImport = command({
  name: 'start-import',
  action: 'create',
  may: importPolicy.use,
  input: z.strictObject({
    fileKind: z.enum(['csv', 'xlsx']),
    rows: z.array(z.array(z.string()).max(importLimits.columns)).max(importLimits.rows * 10),
  }),
  async run(work, { fileKind, rows }) {
    const { tx, orgId, actor, now, newId, vault, today } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const table = findTable(rows)
    if (table.rows.length === 0 || table.headings.length === 0) throw new Invalid({ file: 'file-empty' })
    if (table.rows.length > importLimits.rows) throw new Invalid({ file: 'file-too-many-rows' })
    const guesses = guessColumns(
      table.headings,
      table.rows.slice(0, sample).map(({ cells }) => cells),
      today,
    )
    const mapping: ImportMapping = {
      columns: guesses.map(({ field }) => field),
      certainties: guesses.map(({ certainty }) => certainty),
      agreed: false,
      takeDoubles: false,
    }
    const id = newId()
    await vault.create([id])
    await insertImport(tx, {
      org_id: orgId,
      id,
      state: 'uploaded',
      file_kind: fileKind,
      headings_sealed: sealHeadings(work, id, {
        headings: [...table.headings],
        dropped: [...table.dropped],
      }),
      mapping: json(mapping),
      row_count: table.rows.length,
      created_by: actor.memberId,
      created_at: now,
    })
    await insertImportRows(
      tx,
      table.rows.map(({ number, cells }) => {
        const rowId = newId()
        return {
          org_id: orgId,
          id: rowId,
          import_id: id,
          row_number: number,
          cells_sealed: sealCells(work, id, rowId, cells),
          verdict: 'unread',
        }
      }),
    )
    work.about({ detail: { import: id, rows: table.rows.length } })
    return { importId: id }
  },
})
