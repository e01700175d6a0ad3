import { pageOfComparedPeople } from '#db/collision-side.ts'
import { type ExchangeRow, saveExchange } from '#db/exchange.ts'
import { countUp, dropCardsBefore } from '#db/exchange-card.ts'
import { findMembers } from '#db/member.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import { openMembers, openPeopleToCompare } from '#usecases/collision/sides.ts'
import { referrersOf } from '#usecases/collision/who-resembles.ts'
import type { Work } from '#usecases/context.ts'
import type { ExchangeKeys } from '#usecases/exchange/exchange-keys.ts'
import { laidSides } from '#usecases/exchange/laid-sides.ts'
import { layCards } from '#usecases/exchange/lay-cards.ts'

/** So many people in one transaction. */
const page = 200

/**
 * One step of laying all cards anew, once a day: a page of people; after the last of them members and referrers, and then
 * whoever this round didn't come to is taken away. So that nothing stays of whom the organisation knows no more, whichever
 * way she went.
 */
export async function layRound(work: Work, row: ExchangeRow, keys: ExchangeKeys): Promise<void> {
  const { tx, orgId, today } = work
  const round = row.lay_after === null ? row.lay_round + 1 : row.lay_round
  const rows = await pageOfComparedPeople(tx, orgId, row.lay_after, page)
  const ids = rows.map(({ id }) => id)
  await layCards(work, row, keys, { sides: await openPeopleToCompare(work, rows), ids, round })
  work.vault.letGo(ids)
  if (rows.length === page) {
    await saveExchange(tx, row, { lay_round: round, lay_after: rows.at(-1)?.id ?? null })
    return
  }
  const members = (await findMembers(tx, orgId)).filter((member) => isWorkingHere(member, today))
  const referrers = await laidSides(work, await referrersOf(work, []))
  const others = [...(await openMembers(work, members)), ...referrers]
  for (let at = 0; at < others.length; at += page) {
    const sides = others.slice(at, at + page)
    await layCards(work, row, keys, { sides, ids: sides.map(({ id }) => id), round })
  }
  if (await dropCardsBefore(tx, row, round)) await countUp(tx, row)
  await saveExchange(tx, row, { lay_round: round, lay_after: null, laid_on: today })
}
