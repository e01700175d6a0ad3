import { z } from 'zod'
import { type ExchangeRow, saveExchange } from '#db/exchange.ts'
import { dropReceived, insertReceived } from '#db/exchange-card.ts'
import { tokenBytes } from '#domain/exchange/ask-cards.ts'
import { mayStepExchange, otherSide, receivedForDays } from '#domain/exchange/exchange.ts'
import { type ExchangeFile, largestFile, readExchangeFile } from '#domain/exchange/exchange-file.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { type ExchangeKeys, exchangeKeys } from '#usecases/exchange/exchange-keys.ts'
import { holdExchange } from '#usecases/exchange/held-exchange.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

const atOnce = 2000

/** Takes in the other organisation's cards from a file it made, in place of those before. Asked they are by the clock. */
export const importExchange = command({
  name: 'import-exchange',
  action: 'update',
  may: exchangePolicy.carry,
  input: z.strictObject({ id: z.uuid(), version: versionInput, text: z.string().min(1).max(largestFile) }),
  async run(work, { text, ...input }) {
    const { tx, orgId, today } = work
    const { row } = await holdExchange(work, input)
    const keys = await exchangeKeys(work, row)
    if (row.way !== 'file' || !mayStepExchange(row.state, 'import') || !keys)
      throw new Refused('exchange-not-now')
    const file = readExchangeFile(text)
    if (!file) throw new Refused('exchange-file-unreadable')
    const wrong = wrongWith(work, row, keys, file)
    if (wrong) throw new Refused(wrong)
    const cards = file.cards.map(({ print, tokens }) => ({
      org_id: orgId,
      agreement_id: row.id,
      print: Buffer.from(print, 'base64'),
      tokens: Buffer.from(tokens, 'base64'),
    }))
    const prints = new Set(file.cards.map(({ print }) => print))
    if (prints.size < cards.length || cards.some(({ tokens }) => tokens.length % tokenBytes > 0))
      throw new Refused('exchange-file-broken')
    await dropReceived(tx, row)
    for (let from = 0; from < cards.length; from += atOnce)
      await insertReceived(tx, cards.slice(from, from + atOnce))
    await saveExchange(tx, row, {
      received_on: today,
      received_at: Temporal.Instant.from(file.head.at),
      received_stamp: row.received_stamp + 1,
      version: row.version + 1,
    })
    work.about({ detail: { cards: cards.length } })
    return { exchangeId: row.id }
  },
})

/** Of another agreement, changed on the way, one's own, too old, or older than what is here. */
function wrongWith(
  { now }: Work,
  row: ExchangeRow,
  keys: ExchangeKeys,
  { head, sealed, seal }: ExchangeFile,
): string | null {
  if (head.agreement !== row.id) return 'exchange-file-other'
  if (keys.seal(sealed) !== seal) return 'exchange-file-broken'
  if (head.side !== otherSide[row.side]) return 'exchange-file-own'
  const at = Temporal.Instant.from(head.at)
  if (Temporal.Instant.compare(at, now.subtract({ hours: 24 * receivedForDays })) < 0)
    return 'exchange-file-old'
  return row.received_at && Temporal.Instant.compare(at, row.received_at) <= 0 ? 'exchange-file-older' : null
}
