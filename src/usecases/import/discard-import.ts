import { z } from 'zod'
import { deleteImportRows, lockImport, saveImport } from '#db/import.ts'
import { importStepTo, mayImportStep } from '#domain/import/import.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { stateOf } from '#usecases/import/import-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Throws away what is left of a list: its rows and its key. Before it was imported that ends it; afterwards only
 * the rows that were not imported go, and the import can still be undone.
 */
export const discardImport = command({
  name: 'discard-import',
  action: 'delete',
  may: importPolicy.use,
  input: z.strictObject({ id: z.uuid() }),
  async run({ tx, actor, orgId, vault, about }, { id }) {
    const list = await lockImport(tx, actor, id)
    if (!list) throw new NotFound()
    const state = stateOf(list)
    if (state === 'running') throw new Refused('import-not-from-this-state')
    about({ detail: { import: id } })
    await deleteImportRows(tx, orgId, id)
    await vault.destroy(id)
    const ended = mayImportStep(state, 'discard') ? importStepTo(state, 'discard') : state
    if (isRefusal(ended)) throw new Refused(ended.refused)
    await saveImport(tx, list, { state: ended })
    return { id }
  },
})
