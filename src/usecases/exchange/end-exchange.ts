import { z } from 'zod'
import { mayStepExchange } from '#domain/exchange/exchange.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { versionInput } from '#domain/version.ts'
import { closeSide } from '#usecases/exchange/close-side.ts'
import { holdExchange } from '#usecases/exchange/held-exchange.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Ends an agreement from this side, at once and alone; the other side ends with it as soon as it sees that. */
export const endExchange = command({
  name: 'end-exchange',
  action: 'update',
  may: exchangePolicy.end,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, input) {
    const { row, member } = await holdExchange(work, input)
    if (!mayStepExchange(row.state, 'end')) throw new Refused('exchange-not-now')
    await closeSide(work, row, member.memberId)
    return { exchangeId: row.id }
  },
})
