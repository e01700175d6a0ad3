import { z } from 'zod'
import {
  countImportRows,
  listImportRows,
  lockImport,
  markImported,
  saveImport,
  saveVerdicts,
} from '#db/import.ts'
import { importStepTo } from '#domain/import/import.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { mappingOf, stateOf } from '#usecases/import/import-fields.ts'
import { readRows } from '#usecases/import/judge-rows.ts'
import { receiveReferrals } from '#usecases/referral/receive-referral.ts'
import { command } from '#usecases/use-case.ts'

/** Rows in one transaction: few enough to be quick, many enough that 5,000 take a few seconds. */
const chunk = 500

/**
 * Makes referrals of the next rows. Call it until it answers `done`: each call is a transaction of its own, so that
 * what was imported stays imported whatever happens next, and nothing is imported twice.
 */
export const runImport = command({
  name: 'run-import',
  action: 'execute',
  may: importPolicy.use,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, orgId, vault, now } = work
    const list = await lockImport(tx, actor, id)
    if (!list) throw new NotFound()
    const state = stateOf(list)
    if (state === 'done') return { imported: list.imported_count, left: 0, done: true }
    const finished = importStepTo(state, 'finish')
    if (isRefusal(finished)) throw new Refused(finished.refused)
    const mapping = mappingOf(list)
    const verdicts = mapping.takeDoubles ? ['good', 'double'] : ['good']
    const rows = await listImportRows(tx, orgId, id, { verdicts, limit: chunk })
    await vault.load([id])
    work.about({ detail: { import: id } })
    const read = readRows(work, list, mapping, rows)
    // A day may have passed since it was judged, and with it what a day in a row may be.
    const refused = read.flatMap(({ row, read: { submission, ...rest } }) =>
      submission
        ? []
        : [{ id: row.id, verdict: 'refused', reasons: 'problems' in rest ? rest.problems : [] }],
    )
    await saveVerdicts(tx, orgId, refused)
    const arrivals = read.flatMap(({ row, read: { submission } }) =>
      submission ? [{ rowId: row.id, channel: 'spreadsheet' as const, submission, importId: id }] : [],
    )
    const received = await receiveReferrals(work, arrivals)
    await markImported(
      tx,
      orgId,
      arrivals.flatMap(({ rowId }, at) => {
        const made = received[at]
        return made ? [{ id: rowId, referral_id: made.referralId }] : []
      }),
    )
    const counts = await countImportRows(tx, orgId, id)
    const left = verdicts.reduce((sum, verdict) => sum + (counts.get(verdict) ?? 0), 0)
    const imported = counts.get('imported') ?? 0
    await saveImport(tx, list, {
      imported_count: imported,
      refused_count: counts.get('refused') ?? 0,
      ...(left === 0 ? { state: finished, imported_at: now } : {}),
    })
    return { imported, left, done: left === 0 }
  },
})
