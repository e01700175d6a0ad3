import type { ExchangeRow } from '#db/exchange.ts'
import {
  countUp,
  dropCardsOf,
  findLockedAmong,
  findSources,
  saveCards,
  saveSources,
} from '#db/exchange-card.ts'
import { laidKeys } from '#domain/exchange/key-texts.ts'
import type { OtherSide } from '#usecases/collision/sides.ts'
import type { Work } from '#usecases/context.ts'
import type { ExchangeKeys } from '#usecases/exchange/exchange-keys.ts'

/** Bytes of a card's name: drawn, so that nothing of whose it is can be seen by it. */
const printBytes = 12

/**
 * Lays the cards of these under one agreement as they are now, and takes away those of whoever has none any more: was
 * erased, left, is not of those that are compared, or is kept from somebody here and so from everybody elsewhere.
 */
export async function layCards(
  work: Work,
  row: ExchangeRow,
  keys: ExchangeKeys,
  { sides, ids, round }: { sides: readonly OtherSide[]; ids: readonly string[]; round: number },
): Promise<void> {
  const { tx, orgId } = work
  const kinds: readonly string[] = row.kinds
  const locked = await findLockedAmong(tx, orgId, ids)
  const cards = sides.flatMap(({ id, kind, known }) => {
    if (!kinds.includes(kind) || locked.has(id)) return []
    const tokens = laidKeys(known).map(keys.laid)
    // In the order of what nobody can read: the order of his names would tell which is which.
    return tokens.length > 0 ? [{ id, tokens: Buffer.concat(tokens.sort(Buffer.compare)) }] : []
  })
  const before = await findSources(tx, row, ids)
  const prints = new Map(before.map(({ source_id, print }) => [source_id, print]))
  const printOf = (id: string): Buffer => {
    const print = prints.get(id) ?? work.digest(work.newSecret()).subarray(0, printBytes)
    prints.set(id, print)
    return print
  }
  const under = { org_id: orgId, agreement_id: row.id }
  await saveSources(
    tx,
    cards.map(({ id }) => ({ ...under, source_id: id, print: printOf(id), round })),
  )
  const changed = await saveCards(
    tx,
    cards.map(({ id, tokens }) => ({ ...under, for_org_id: row.other_org_id, print: printOf(id), tokens })),
  )
  if (changed) await countUp(tx, row)
  const laid = new Set(cards.map(({ id }) => id))
  const gone = ids.filter((id) => prints.has(id) && !laid.has(id))
  if (gone.length > 0) await dropCardsOf(tx, orgId, gone, row.id)
}
