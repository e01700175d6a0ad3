import type { Context } from '#usecases/context.ts'
import { findExchangeDue } from '#usecases/exchange/find-exchange-due.ts'
import { tendExchange } from '#usecases/exchange/tend-exchange.ts'

export interface ExchangeJob {
  organisations(): Promise<readonly string[]>
  context(): Context
}

/**
 * Does what is due for agreements with other organisations, one thing in one transaction. One organisation that fails
 * keeps no other waiting.
 */
export async function turnExchanges(
  { organisations, context }: ExchangeJob,
  { stopping, trouble }: { stopping?: AbortSignal; trouble?: (error: unknown) => void } = {},
): Promise<{ found: number }> {
  let all = 0
  for (const orgId of await organisations()) {
    const actor = { kind: 'system', orgId, job: 'exchanges' } as const
    try {
      let { any: more } = await findExchangeDue(context(), actor, {})
      while (more && !stopping?.aborted) {
        const round = await tendExchange(context(), actor, {})
        all += round.found
        more = round.more
      }
    } catch (error) {
      trouble?.(error)
    }
  }
  return { found: all }
}
