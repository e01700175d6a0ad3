import { z } from 'zod'
import { saveLoneAlert } from '#db/lone-alert.ts'
import { isOpen } from '#domain/lone-visit/lone-alert.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { addAlertStep } from '#usecases/lone-visit/add-alert-step.ts'
import { holdAlert } from '#usecases/lone-visit/held-alert.ts'
import { command } from '#usecases/use-case.ts'

/**
 * "I'm on it": nobody else is asked from now on. A colleague may take it over, for who was first may fall away; that
 * is kept too.
 */
export const takeUpLoneAlert = command({
  name: 'take-up-lone-alert',
  action: 'update',
  may: loneVisitPolicy.watch,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await holdAlert(work, id)
    if (!isOpen(row.state)) throw new Refused('lone-alert-over')
    if (row.taken_by === actor.memberId) throw new Refused('changed-meanwhile')
    await addAlertStep(work, row, { kind: 'taken_up' })
    await saveLoneAlert(tx, row, { state: 'taken_up', taken_by: actor.memberId, ask_next_at: null })
    return { id }
  },
})
