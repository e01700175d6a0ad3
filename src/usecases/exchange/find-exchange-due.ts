import { z } from 'zod'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { dueExchanges } from '#usecases/exchange/due-exchanges.ts'
import { question } from '#usecases/use-case.ts'

/** Is anything due for any agreement? Asked every few seconds, so that a round without work leaves no trace. */
export const findExchangeDue = question({
  name: 'find-exchange-due',
  may: exchangePolicy.tend,
  input: z.strictObject({}),
  run: async (work) => ({ any: (await dueExchanges(work)).length > 0 }),
})
