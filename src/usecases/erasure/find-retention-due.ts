import { z } from 'zod'
import { listReceiptsBefore } from '#db/expense-receipt.ts'
import { listHidden } from '#db/retention-hiding.ts'
import { findRetention } from '#db/retention-setting.ts'
import { isBefore } from '#domain/day.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { shredOn } from '#domain/erasure/putting-away.ts'
import { receiptsEndBefore } from '#domain/expense/receipt.ts'
import { findPastTerm } from '#usecases/erasure/past-term.ts'
import { question } from '#usecases/use-case.ts'

/** While nobody works; by the organisation's own clock. */
const night = { from: 1, until: 5 }
const mostAtOnce = 200

/**
 * What this night may turn, if two people decided that Naast acts by itself: what is past its term and not put away,
 * what is put away for its days, and receipts of volunteers' costs whose years are over. What becomes of each is decided again, one by one, with everything held.
 */
export const findRetentionDue = question({
  name: 'find-retention-due',
  may: erasurePolicy.act,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, now, zone, today } = work
    const { hour } = now.toZonedDateTimeISO(zone)
    const { acts } = await findRetention(tx, orgId)
    if (!acts || hour < night.from || hour >= night.until) return { hide: [], hidden: [], receipts: [] }
    const hidden = await listHidden(tx, actor, mostAtOnce)
    return {
      hide: (await findPastTerm(work, mostAtOnce)).map(({ subject, id }) => ({ subject, id })),
      // Those that are not ripe yet too: what isn't past its term after all comes back by itself.
      hidden: hidden
        .toSorted(
          (a, b) =>
            Number(isBefore(today, shredOn(a.hidden_on))) - Number(isBefore(today, shredOn(b.hidden_on))),
        )
        .map(({ id }) => ({ id })),
      receipts: (await listReceiptsBefore(tx, orgId, receiptsEndBefore(today), mostAtOnce)).map(
        ({ expense_id }) => ({ expenseId: expense_id }),
      ),
    }
  },
})
