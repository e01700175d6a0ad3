import { type ExchangeRow, findOtherFaces, listLiveExchanges } from '#db/exchange.ts'
import type { AroundSide, OtherSide } from '#usecases/collision/sides.ts'
import type { Work } from '#usecases/context.ts'
import { askElsewhere } from '#usecases/exchange/ask-elsewhere.ts'
import { exchangeKeys } from '#usecases/exchange/exchange-keys.ts'
import { othersOf } from '#usecases/exchange/held-exchange.ts'
import { laidSides } from '#usecases/exchange/laid-sides.ts'
import { layCards } from '#usecases/exchange/lay-cards.ts'

/** Agreements under which something is compared now: confirmed on both sides, as far as that can be seen here. */
export async function comparingExchanges({ tx, orgId }: Work): Promise<ExchangeRow[]> {
  const running = (await listLiveExchanges(tx, orgId)).filter(({ state }) => state === 'running')
  if (running.length === 0) return []
  const faces = await findOtherFaces(
    tx,
    orgId,
    running.map(({ id }) => id),
  )
  return running.filter(
    (row) => row.way === 'file' || othersOf(row, faces).some(({ state }) => state === 'running'),
  )
}

/**
 * What the own check looks at because it is new or was written anew, under every agreement too: somebody around a woman
 * is asked for, and whomever we know lies ready anew. Part of the own check, so that neither can be forgotten.
 */
export async function followChanges(
  work: Work,
  {
    arounds,
    sides,
    ids,
  }: { arounds: readonly AroundSide[]; sides: readonly OtherSide[]; ids: readonly string[] },
): Promise<number> {
  let found = 0
  if (arounds.length + ids.length === 0) return found
  const rows = await comparingExchanges(work)
  if (rows.length === 0) return found
  const laid = await laidSides(work, sides)
  const all = [...new Set([...ids, ...laid.map(({ id }) => id)])]
  for (const row of rows) {
    const keys = await exchangeKeys(work, row)
    if (!keys) continue
    await layCards(work, row, keys, { sides: laid, ids: all, round: row.lay_round })
    found += await askElsewhere(work, row, keys, arounds)
  }
  return found
}
