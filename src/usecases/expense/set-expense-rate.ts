import { z } from 'zod'
import { insertRate, listRates } from '#db/expense-terms.ts'
import { dayInput } from '#domain/day.ts'
import { limitsOn } from '#domain/expense/allowance-limits.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { mayGive, rateKinds } from '#domain/expense/rate.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Gives an amount from a day on. What was claimed before keeps the one of its own day. */
export const setExpenseRate = command({
  name: 'set-expense-rate',
  action: 'create',
  may: expensePolicy.pay,
  input: z.strictObject({
    kind: z.enum(rateKinds, 'choose-one'),
    value: z.int('not-money').min(0, 'not-money').max(2_000, 'too-much-money'),
    from: dayInput,
  }),
  async run({ tx, orgId, actor, today, now, newId }, rate) {
    if (actor.kind !== 'member') throw new Forbidden()
    const may = mayGive(rate, await listRates(tx, orgId), { today, limits: limitsOn(rate.from) })
    if (may !== true) throw new Refused(may.refused)
    const id = newId()
    await insertRate(tx, {
      org_id: orgId,
      id,
      kind: rate.kind,
      value: rate.value,
      from_day: rate.from,
      set_by: actor.memberId,
      set_at: now,
    })
    return { id }
  },
})
