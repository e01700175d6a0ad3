import { z } from 'zod'
import { saveLoneAlert } from '#db/lone-alert.ts'
import { openingReasons } from '#domain/lone-visit/lone-alert.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { addAlertStep } from '#usecases/lone-visit/add-alert-step.ts'
import { holdAlert } from '#usecases/lone-visit/held-alert.ts'
import { tellOpening } from '#usecases/lone-visit/tell-opening.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Where she is, for the one who took it up and nobody else, with why. In an alert nobody waits for a second yes: instead
 * it is told at once and looked at afterwards (docs/decisions/0031).
 */
export const openLoneAddress = command({
  name: 'open-lone-address',
  action: 'update',
  may: loneVisitPolicy.watch,
  input: z.strictObject({ id: z.uuid(), because: z.enum(openingReasons) }),
  async run(work, { id, because }) {
    const { tx, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await holdAlert(work, id)
    if (row.state !== 'taken_up' || row.taken_by !== actor.memberId) throw new Refused('lone-alert-not-yours')
    work.about({ detail: { because } })
    await addAlertStep(work, row, { kind: 'address_opened', code: because })
    await saveLoneAlert(tx, row, { opened_at: now, reviewed_by: null, reviewed_at: null, review_code: null })
    await tellOpening(work, row, actor.memberId)
    return { id }
  },
})
