import { z } from 'zod'
import { endInstrumentText, lockReadableTexts } from '#db/instrument-text.ts'
import { instrumentPolicy } from '#domain/instrument/instrument-policy.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Destroys all texts of a questionnaire that were loaded here, in every language, also those that were replaced: their
 * keys go, so that nobody can read them again. That they were there, and who loaded them, stays.
 */
export const destroyInstrumentTexts = command({
  name: 'destroy-instrument-texts',
  action: 'delete',
  may: instrumentPolicy.permit,
  input: z.strictObject({ instrumentId: z.string().max(60) }),
  async run({ tx, orgId, actor, now, vault }, { instrumentId }) {
    if (actor.kind !== 'member') throw new Forbidden()
    const rows = await lockReadableTexts(tx, orgId, instrumentId)
    if (rows.length === 0) throw new Refused('texts-not-there')
    for (const row of rows) {
      await vault.destroy(row.id)
      await endInstrumentText(tx, row, { ended_as: 'destroyed', ended_by: actor.memberId, ended_at: now })
    }
    return { instrumentId, destroyed: rows.length }
  },
})
