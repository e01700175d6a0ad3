import { z } from 'zod'
import { type ExchangeRow, lockExchange, saveExchange } from '#db/exchange.ts'
import { dropReceived } from '#db/exchange-card.ts'
import { pageOfAround } from '#db/person-around.ts'
import type { ExchangeDue } from '#domain/exchange/exchange-due.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { openArounds } from '#usecases/collision/sides.ts'
import type { Work } from '#usecases/context.ts'
import { askElsewhere } from '#usecases/exchange/ask-elsewhere.ts'
import { closeSide } from '#usecases/exchange/close-side.ts'
import { type DueExchange, dueExchanges } from '#usecases/exchange/due-exchanges.ts'
import { type ExchangeKeys, exchangeKeys } from '#usecases/exchange/exchange-keys.ts'
import { layRound } from '#usecases/exchange/lay-round.ts'
import { command } from '#usecases/use-case.ts'

/** Of those around women so many are asked for in one way through the cards. */
const page = 1000

/** Does one thing that is due for an agreement: never in the request of who wrote anything. */
export const tendExchange = command({
  name: 'tend-exchange',
  action: 'execute',
  byClock: true,
  may: exchangePolicy.tend,
  input: z.strictObject({}),
  async run(work) {
    const [next] = await dueExchanges(work)
    const row = next && (await lockExchange(work.tx, work.actor, next.row.id))
    if (!next || !row) return { more: false, found: 0 }
    const keys = await exchangeKeys(work, row)
    // Without its secret nothing can be done under it but end it.
    if (!keys || next.due === 'end') await closeSide(work, row, null)
    const found = keys && next.due !== 'end' ? await deeds[next.due](work, { ...next, row }, keys) : 0
    return { more: true, found }
  },
})

type Deed = (work: Work, due: DueExchange, keys: ExchangeKeys) => Promise<number>
const deeds: Readonly<Record<Exclude<ExchangeDue, 'end'>, Deed>> = {
  forget: async (work, { row }) => {
    await dropReceived(work.tx, row)
    await saveExchange(work.tx, row, { received_on: null, received_stamp: row.received_stamp + 1 })
    return 0
  },
  lay: async (work, { row }, keys) => {
    await layRound(work, row, keys)
    return 0
  },
  ask: async (work, { row, stamp }, keys) => {
    const found = await askForAll(work, row, keys)
    await saveExchange(work.tx, row, { asked_stamp: stamp })
    return found
  },
}

/** Everybody around anybody, because the other organisation knows others than it did. */
async function askForAll(work: Work, row: ExchangeRow, keys: ExchangeKeys): Promise<number> {
  let found = 0
  for (let after: string | null = null; ; ) {
    const rows = await pageOfAround(work.tx, work.orgId, after, page)
    found += await askElsewhere(work, row, keys, await openArounds(work, rows))
    if (rows.length < page) return found
    after = rows.at(-1)?.id ?? null
  }
}
