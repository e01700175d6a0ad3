import { type ExchangeRow, saveExchange, saveFace } from '#db/exchange.ts'
import { dropAllCards } from '#db/exchange-card.ts'
import type { Work } from '#usecases/context.ts'

/**
 * Ends this side: what was laid and what came is gone, and the secret with its key, so that nobody can make a token of
 * it any more. What was found before stays with the lead: it is her own file's.
 */
export async function closeSide(work: Work, row: ExchangeRow, by: string | null): Promise<void> {
  const { tx, now, vault } = work
  await saveExchange(tx, row, {
    state: 'ended',
    secret_sealed: null,
    ended_by: by,
    ended_at: now,
    version: row.version + 1,
  })
  await saveFace(tx, row, { state: 'ended' })
  await dropAllCards(tx, row)
  await vault.destroy(row.key_owner)
}
