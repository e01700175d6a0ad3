import { z } from 'zod'
import { json } from '#db/connection.ts'
import { listImportRows, lockImport, saveImport, saveVerdicts } from '#db/import.ts'
import { importLimits, importStepTo } from '#domain/import/import.ts'
import { checkColumns, importFields } from '#domain/import/import-field.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { openHeadings, stateOf } from '#usecases/import/import-fields.ts'
import { judgeRows } from '#usecases/import/judge-rows.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Says what the columns hold and judges every row by it. The coordinator states once for the whole list that the
 * women know and agreed, or names the column that says so for each. May be done again until the import begins.
 */
export const mapImport = command({
  name: 'map-import',
  action: 'update',
  may: importPolicy.use,
  input: z.strictObject({
    id: z.uuid(),
    columns: z.array(z.enum(importFields).nullable()).max(importLimits.columns),
    programmeId: z.string().max(60).nullable(),
    agreed: z.boolean(),
  }),
  async run(work, { id, columns, programmeId, agreed }) {
    const { tx, actor, orgId, vault } = work
    const list = await lockImport(tx, actor, id)
    if (!list) throw new NotFound()
    const state = importStepTo(stateOf(list), 'map')
    if (isRefusal(state)) throw new Refused(state.refused)
    await vault.load([id])
    const problems: Record<string, string> = checkColumns(columns)
    if (columns.length !== openHeadings(work, list).headings.length) problems.columns = 'not-valid'
    if (!agreed && !columns.includes('agreed')) problems.agreed = 'import-agreement-needed'
    if (programmeId !== null && !work.programmes.find(programmeId)) problems.programmeId = 'unknown-programme'
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    work.about({ detail: { import: id } })
    const rows = await listImportRows(tx, orgId, id, { limit: importLimits.rows })
    const judged = await judgeRows(work, { ...list, programme_id: programmeId }, { columns, agreed }, rows)
    await saveVerdicts(tx, orgId, judged)
    const count = (verdict: string) => judged.filter((row) => row.verdict === verdict).length
    const counts = { good: count('good'), double: count('double'), refused: count('refused') }
    await saveImport(tx, list, {
      state,
      programme_id: programmeId,
      mapping: json({ columns, certainties: columns.map(() => 1), agreed, takeDoubles: false }),
      good_count: counts.good,
      refused_count: counts.refused,
    })
    return counts
  },
})
