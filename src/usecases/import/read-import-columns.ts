import { z } from 'zod'
import { findImport, listImportRows } from '#db/import.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { mappingOf, openCells, openHeadings } from '#usecases/import/import-fields.ts'
import { summaryOf } from '#usecases/import/read-import.ts'
import { question } from '#usecases/use-case.ts'

/** Rows that examples are taken from, and how many are shown of each column. */
const sample = 50
const examples = 3

/** The columns of a list with their first values and what they are taken to hold, to be looked over. */
export const readImportColumns = question({
  name: 'read-import-columns',
  may: importPolicy.use,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, orgId, vault } = work
    const list = await findImport(tx, actor, id)
    if (!list) throw new NotFound()
    await vault.load([id])
    const { headings, dropped } = openHeadings(work, list)
    const rows = (await listImportRows(tx, orgId, id, { limit: sample })).map((row) => openCells(work, row))
    const mapping = mappingOf(list)
    return {
      summary: await summaryOf(work, list),
      dropped,
      agreed: mapping.agreed,
      programmeId: list.programme_id,
      columns: headings.map((heading, at) => ({
        heading,
        field: mapping.columns[at] ?? null,
        certainty: mapping.certainties[at] ?? 0,
        examples: rows.flatMap((cells) => cells[at] || []).slice(0, examples),
      })),
    }
  },
})
