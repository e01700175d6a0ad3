import { z } from 'zod'
import { saveMeldcode } from '#db/meldcode.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { optionalText } from '#domain/person/person.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { addEntry } from '#usecases/meldcode/add-entry.ts'
import { holdOwnMeldcode, stateAfter } from '#usecases/meldcode/held-meldcode.ts'
import { colleaguesFor } from '#usecases/meldcode/professional.ts'
import { command } from '#usecases/use-case.ts'

/** Gives it to another professional, who decides from now on; who had it sees it no more unless she is named in it. */
export const handOverMeldcode = command({
  name: 'hand-over-meldcode',
  action: 'update',
  may: meldcodePolicy.read,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    memberId: z.uuid(),
    words: optionalText(500),
  }),
  async run(work, { id, version, memberId, words }) {
    const row = await holdOwnMeldcode(work, { id, version })
    stateAfter(row, 'record')
    if (memberId === row.handler_id) throw new Refused('meldcode-hers-already')
    const able = await colleaguesFor(work, row.trajectory_id)
    if (!able.some((member) => member.id === memberId)) throw new Invalid({ memberId: 'choose-one' })
    work.about({ person: memberId })
    await addEntry(work, row, { kind: 'handed_over', memberId, words })
    await saveMeldcode(work.tx, row, { handler_id: memberId })
    return { id }
  },
})
