import { z } from 'zod'
import { json } from '#db/connection.ts'
import { countImportRows, lockImport, saveImport } from '#db/import.ts'
import { importStepTo } from '#domain/import/import.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { mappingOf, stateOf } from '#usecases/import/import-fields.ts'
import { command } from '#usecases/use-case.ts'

/** The coordinator has seen what will happen and says yes. `run-import` does it, chunk by chunk. */
export const beginImport = command({
  name: 'begin-import',
  action: 'execute',
  may: importPolicy.use,
  input: z.strictObject({ id: z.uuid(), version: versionInput, takeDoubles: z.boolean() }),
  async run({ tx, actor, orgId, about }, { id, version, takeDoubles }) {
    const list = await lockImport(tx, actor, id)
    if (!list) throw new NotFound()
    const state = importStepTo(stateOf(list), 'begin')
    if (isRefusal(state)) throw new Refused(state.refused)
    // Somebody mapped it anew: what she saw is not what would happen.
    if (list.version !== version) throw new Refused('changed-meanwhile')
    const counts = await countImportRows(tx, orgId, id)
    const wanted = (counts.get('good') ?? 0) + (takeDoubles ? (counts.get('double') ?? 0) : 0)
    if (wanted === 0) throw new Refused('import-nothing-to-do')
    about({ detail: { import: id, rows: wanted } })
    await saveImport(tx, list, { state, mapping: json({ ...mappingOf(list), takeDoubles }) })
    return { wanted }
  },
})
