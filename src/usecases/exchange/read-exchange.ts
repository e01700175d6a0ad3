import { z } from 'zod'
import { findExchange, findOtherFaces } from '#db/exchange.ts'
import { countOwnCards } from '#db/exchange-card.ts'
import { isBefore } from '#domain/day.ts'
import { freshForDays } from '#domain/exchange/exchange.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { exchangeFields } from '#usecases/exchange/exchange-keys.ts'
import { exchangeLine } from '#usecases/exchange/exchange-line.ts'
import { NotFound } from '#usecases/failure.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** One agreement: what is compared, why, who agreed, and how far it is. Whom it found, only the lead hears elsewhere. */
export const readExchange = question({
  name: 'read-exchange',
  may: exchangePolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, vault, zone, today } = work
    const row = await findExchange(tx, actor, id)
    if (!row) throw new NotFound()
    await vault.load([id])
    const line = await exchangeLine(work, row, await findOtherFaces(tx, orgId, [id]))
    const names = await whoDid(
      work,
      [row.begun_by, row.confirmed_by, row.ended_by].flatMap((one) => one ?? []),
    )
    const nameOf = (memberId: string | null) => memberId && (names.get(memberId) ?? null)
    const dayOf = (at: Temporal.Instant | null) => at?.toZonedDateTimeISO(zone).toPlainDate() ?? null
    return {
      ...line,
      kinds: row.kinds,
      ground: exchangeFields.open(vault, id, id, 'ground_sealed', row.ground_sealed),
      begun: { by: nameOf(row.begun_by), on: row.begun_on },
      confirmed: row.confirmed_by ? { by: nameOf(row.confirmed_by), on: dayOf(row.confirmed_at) } : null,
      ended: row.ended_at ? { by: nameOf(row.ended_by), on: dayOf(row.ended_at) } : null,
      laid: { on: row.laid_on, cards: await countOwnCards(tx, row) },
      received: row.received_on && {
        on: row.received_on,
        stale: isBefore(row.received_on.add({ days: freshForDays }), today),
      },
    }
  },
})
export type ExchangePage = Awaited<ReturnType<typeof readExchange>>
