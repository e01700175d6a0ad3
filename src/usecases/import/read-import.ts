import { z } from 'zod'
import { countImportRows, findImport, type ImportRecord } from '#db/import.ts'
import { mayImportStep } from '#domain/import/import.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { mappingOf, stateOf } from '#usecases/import/import-fields.ts'
import { question } from '#usecases/use-case.ts'

/** Where a list stands, in numbers; nothing of what is in it. */
export const readImport = question({
  name: 'read-import',
  may: importPolicy.use,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const list = await findImport(work.tx, work.actor, id)
    if (!list) throw new NotFound()
    return summaryOf(work, list)
  },
})

export async function summaryOf(work: Work, list: ImportRecord) {
  const counts = await countImportRows(work.tx, work.orgId, list.id)
  const of = (verdict: string) => counts.get(verdict) ?? 0
  const state = stateOf(list)
  const { takeDoubles } = mappingOf(list)
  return {
    id: list.id,
    version: list.version,
    state,
    fileKind: list.file_kind,
    uploadedOn: list.created_at.toZonedDateTimeISO(work.zone).toPlainDate(),
    rows: list.row_count,
    good: of('good'),
    double: of('double'),
    refused: of('refused'),
    imported: list.imported_count,
    undone: of('undone'),
    /** Rows still to come, while it is running. */
    left: state === 'running' ? of('good') + (takeDoubles ? of('double') : 0) : 0,
    abilities: {
      map: mayImportStep(state, 'map'),
      begin: mayImportStep(state, 'begin'),
      undo: mayImportStep(state, 'undo'),
    },
  }
}
