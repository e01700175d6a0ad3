import { z } from 'zod'
import { listMeldcodeEntries, saveMeldcode } from '#db/meldcode.ts'
import { closingCodes, mayClose } from '#domain/meldcode/closing.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { addEntry } from '#usecases/meldcode/add-entry.ts'
import { holdOwnMeldcode, stateAfter } from '#usecases/meldcode/held-meldcode.ts'
import { knownOf } from '#usecases/meldcode/known-of.ts'
import { command } from '#usecases/use-case.ts'

/** Closes it, once what must be written down is. What comes after begins a new one. */
export const closeMeldcode = command({
  name: 'close-meldcode',
  action: 'update',
  may: meldcodePolicy.read,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    code: z.enum(closingCodes),
    words: optionalText(2000),
  }),
  async run(work, { id, version, code, words }) {
    const row = await holdOwnMeldcode(work, { id, version })
    const state = stateAfter(row, 'close')
    const may = mayClose(code, knownOf(await listMeldcodeEntries(work.tx, work.orgId, [id])), words)
    if (isRefusal(may)) throw new Refused(may.refused)
    await addEntry(work, row, { kind: 'closed', code, words })
    await saveMeldcode(work.tx, row, {
      state,
      closing_code: code,
      closed_on: work.today,
      closed_by: actorId(work.actor),
    })
    return { id, trajectoryId: row.trajectory_id }
  },
})
