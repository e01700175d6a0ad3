import { z } from 'zod'
import { endMeldcodeReader, listMeldcodeReaders } from '#db/meldcode.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { addEntry } from '#usecases/meldcode/add-entry.ts'
import { holdOwnMeldcode } from '#usecases/meldcode/held-meldcode.ts'
import { command } from '#usecases/use-case.ts'

/** She need not know any more: from now on it does not exist for her. That she was named stays written down. */
export const unnameInMeldcode = command({
  name: 'unname-in-meldcode',
  action: 'update',
  may: meldcodePolicy.read,
  input: z.strictObject({ id: z.uuid(), memberId: z.uuid() }),
  async run(work, { id, memberId }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await holdOwnMeldcode(work, { id, version: null })
    const reader = (await listMeldcodeReaders(tx, orgId, id)).find((one) => one.member_id === memberId)
    if (!reader) throw new NotFound()
    work.about({ person: memberId })
    await endMeldcodeReader(tx, reader, { by: actor.memberId, at: now })
    await addEntry(work, row, { kind: 'unnamed', memberId })
    return { id }
  },
})
