import { z } from 'zod'
import { insertMeldcodeReader, listMeldcodeReaders } from '#db/meldcode.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { addEntry } from '#usecases/meldcode/add-entry.ts'
import { holdOwnMeldcode, stateAfter } from '#usecases/meldcode/held-meldcode.ts'
import { colleaguesFor } from '#usecases/meldcode/professional.ts'
import { command } from '#usecases/use-case.ts'

/** Names a colleague who must know: she reads it and may write down a step. She decides nothing. */
export const nameInMeldcode = command({
  name: 'name-in-meldcode',
  action: 'update',
  may: meldcodePolicy.read,
  input: z.strictObject({ id: z.uuid(), memberId: z.uuid() }),
  async run(work, { id, memberId }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await holdOwnMeldcode(work, { id, version: null })
    stateAfter(row, 'record')
    const able = await colleaguesFor(work, row.trajectory_id)
    if (!able.some((member) => member.id === memberId)) throw new Invalid({ memberId: 'choose-one' })
    const readers = await listMeldcodeReaders(tx, orgId, id)
    if (memberId === row.handler_id || readers.some((reader) => reader.member_id === memberId))
      throw new Refused('meldcode-named-already')
    work.about({ person: memberId })
    await insertMeldcodeReader(tx, {
      org_id: orgId,
      id: work.newId(),
      meldcode_id: id,
      member_id: memberId,
      named_by: actor.memberId,
      named_at: now,
      ended_by: null,
      ended_at: null,
    })
    await addEntry(work, row, { kind: 'named', memberId })
    return { id }
  },
})
