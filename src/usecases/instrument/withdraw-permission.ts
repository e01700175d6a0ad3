import { z } from 'zod'
import { lockPermission, withdrawPermissionRow } from '#db/instrument-permission.ts'
import { instrumentPolicy } from '#domain/instrument/instrument-policy.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** From now on the questionnaire is not asked on the ground of this permission; what was answered stays. */
export const withdrawPermission = command({
  name: 'withdraw-permission',
  action: 'delete',
  may: instrumentPolicy.permit,
  input: z.strictObject({ id: z.uuid() }),
  async run({ tx, orgId, actor, today }, { id }) {
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await lockPermission(tx, orgId, id)
    if (!row) throw new NotFound()
    if (row.withdrawn_on) throw new Refused('changed-meanwhile')
    await withdrawPermissionRow(tx, row, today, actor.memberId)
    return { instrumentId: row.instrument_id }
  },
})
