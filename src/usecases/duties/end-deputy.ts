import { z } from 'zod'
import { endDeputyRow, listDeputies } from '#db/duties.ts'
import { dutiesPolicy } from '#domain/worker/duties-policy.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** She is back, or it was a mistake. */
export const endDeputy = command({
  name: 'end-deputy',
  action: 'update',
  may: dutiesPolicy.nameDeputy,
  input: z.strictObject({ id: z.uuid() }),
  async run({ tx, orgId, actor, today }, { id }) {
    const row = (await listDeputies(tx, orgId, today)).find((one) => one.id === id)
    if (!row) throw new NotFound()
    if (!dutiesPolicy.handOver(actor) && !(actor.kind === 'member' && actor.memberId === row.member_id))
      throw new Forbidden()
    await endDeputyRow(tx, orgId, id, today)
    return { id }
  },
})
