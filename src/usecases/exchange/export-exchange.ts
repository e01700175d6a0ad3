import { z } from 'zod'
import { findExchange } from '#db/exchange.ts'
import { listOwnCards } from '#db/exchange-card.ts'
import { mayStepExchange } from '#domain/exchange/exchange.ts'
import { writeExchangeFile } from '#domain/exchange/exchange-file.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { exchangeKeys } from '#usecases/exchange/exchange-keys.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** The cards as a file to carry to an organisation with a Naast of its own, sealed so that a letter of it changed is seen. */
export const exportExchange = question({
  name: 'export-exchange',
  may: exchangePolicy.carry,
  fresh: true,
  traced: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, now } = work
    const row = await findExchange(tx, actor, id)
    if (!row) throw new NotFound()
    const keys = await exchangeKeys(work, row)
    if (row.way !== 'file' || !mayStepExchange(row.state, 'export') || !keys)
      throw new Refused('exchange-not-now')
    if (!row.laid_on) throw new Refused('exchange-not-laid')
    const cards = (await listOwnCards(tx, row)).map(({ print, tokens }) => ({
      print: print.toString('base64'),
      tokens: tokens.toString('base64'),
    }))
    work.about({ detail: { cards: cards.length } })
    const at = now.toString({ smallestUnit: 'second' })
    const head = { naast: 'exchange', edition: 1, agreement: id, side: row.side, at } as const
    return { text: writeExchangeFile(head, cards, keys.seal) }
  },
})
