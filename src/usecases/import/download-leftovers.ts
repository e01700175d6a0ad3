import { z } from 'zod'
import { findImport, listImportRows } from '#db/import.ts'
import { importLimits } from '#domain/import/import.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { mappingOf, openCells, openHeadings } from '#usecases/import/import-fields.ts'
import { previewRow } from '#usecases/import/preview-import.ts'
import { command } from '#usecases/use-case.ts'

/**
 * The rows that were not imported, whole, with the reasons: to be mended and brought in again. A command, because
 * personal data leave the house: that leaves a trace also where nobody in the rows has a file yet.
 */
export const downloadLeftovers = command({
  name: 'download-leftovers',
  action: 'execute',
  fresh: true,
  may: importPolicy.use,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, orgId, vault } = work
    const list = await findImport(tx, actor, id)
    if (!list) throw new NotFound()
    await vault.load([id])
    const { headings } = openHeadings(work, list)
    const { columns } = mappingOf(list)
    const rows = await listImportRows(tx, orgId, id, {
      verdicts: ['refused', 'double'],
      limit: importLimits.rows,
    })
    work.about({ detail: { import: id, rows: rows.length } })
    return {
      headings,
      rows: rows.map((row) => ({
        cells: openCells(work, row),
        reasons: previewRow(work, row, headings, columns).reasons,
      })),
    }
  },
})
