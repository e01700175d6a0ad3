import { z } from 'zod'
import { endOwnSheetRow, lockOwnSheet } from '#db/own-sheet.ts'
import { ownSheetPolicy } from '#domain/conversation-sheet/own-sheet.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** From now on this sheet is offered in no visit; those in which it was used go on saying so. */
export const endOwnSheet = command({
  name: 'end-own-sheet',
  action: 'delete',
  may: ownSheetPolicy.write,
  input: z.strictObject({ id: z.uuid() }),
  async run({ tx, orgId, actor, today }, { id }) {
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await lockOwnSheet(tx, orgId, id)
    if (!row || row.ended_on) throw new NotFound()
    await endOwnSheetRow(tx, row, today, actor.memberId)
    return { id }
  },
})
