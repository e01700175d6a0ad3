import { z } from 'zod'
import { listErasureRows, listHolds } from '#db/erasure.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { findPastTerm } from '#usecases/erasure/past-term.ts'
import { question } from '#usecases/use-case.ts'

const most = 200

/** What was asked and decided, and what is held. Whom it is about stays a number; opening one says more. */
export const listErasures = question({
  name: 'list-erasures',
  may: erasurePolicy.read,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, zone, today } = work
    const erasures = await listErasureRows(tx, actor, most)
    const holds = await listHolds(tx, orgId, today)
    return {
      erasures: erasures.map((row) => ({
        id: row.id,
        personId: row.person_id,
        state: row.state,
        reason: row.reason_code,
        askedOn: row.asked_at.toZonedDateTimeISO(zone).toPlainDate(),
        answeredOn: row.answered_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
      })),
      holds: holds.map((row) => ({
        id: row.id,
        personId: row.person_id,
        reason: row.reason_code,
        until: row.until_day,
      })),
      /** Kept longer than their terms say. */
      pastTerm: await findPastTerm(work, most),
      mayAsk: erasurePolicy.ask(actor),
      mayEndHold: erasurePolicy.endHold(actor),
    }
  },
})
