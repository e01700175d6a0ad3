import { z } from 'zod'
import { exchangeTerms } from '#domain/exchange/exchange.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { beginSide, readCode } from '#usecases/exchange/begin-side.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Offers another organisation to compare whom both know. The code is made by `makeExchange` and shown once; it goes from
 * hand to hand, and whoever has it can answer.
 */
export const offerExchange = command({
  name: 'offer-exchange',
  action: 'create',
  may: exchangePolicy.begin,
  fresh: true,
  input: z.strictObject({ ...exchangeTerms.shape, code: z.string().max(100) }),
  async run(work, { code, ...terms }) {
    return { exchangeId: await beginSide(work, 'offered', readCode(work, code), terms) }
  },
})
