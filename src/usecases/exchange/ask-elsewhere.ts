import { findCollisions, insertCollision, saveCollision } from '#db/collision.ts'
import type { ExchangeRow } from '#db/exchange.ts'
import { pageOfOtherCards } from '#db/exchange-card.ts'
import { type CollisionClass, collisionClasses } from '#domain/collision/collision.ts'
import { checkedAgain } from '#domain/collision/ruling.ts'
import { askCards, type Hit, tokenText } from '#domain/exchange/ask-cards.ts'
import { askedKeys, type KeyKind } from '#domain/exchange/key-texts.ts'
import type { AroundSide } from '#usecases/collision/sides.ts'
import { plain } from '#usecases/collision/weigh-pair.ts'
import type { Work } from '#usecases/context.ts'
import type { ExchangeKeys } from '#usecases/exchange/exchange-keys.ts'

const page = 500

/**
 * Asks the other organisation's cards for these around women, and keeps for the lead that there is something to speak of;
 * gives how many are new. Every card is held against all that is asked. What is asked leaves no trace with the other.
 */
export async function askElsewhere(
  work: Work,
  row: ExchangeRow,
  keys: ExchangeKeys,
  arounds: readonly AroundSide[],
): Promise<number> {
  const { tx, orgId, now, newId } = work
  const hits = await hitsOf(work, row, keys, arounds)
  const aroundIds = arounds.map((around) => around.row.id)
  const before = await findCollisions(tx, orgId, { aroundIds })
  let found = 0
  for (const around of arounds) {
    const known = before.find((one) => one.around_id === around.row.id && one.other_exchange_id === row.id)
    const some = hits.get(around.row.id) ?? []
    const sure = surestOf(some)
    if (!known && !sure) continue
    const basis = await basisElsewhere(work, row.id, around, some)
    if (!known) {
      if (!sure) continue
      await insertCollision(tx, {
        org_id: orgId,
        id: newId(),
        person_id: around.row.person_id,
        around_id: around.row.id,
        other_kind: 'elsewhere',
        other_exchange_id: row.id,
        class: sure,
        state: 'open',
        verdict: null,
        basis_print: basis,
        found_at: now,
      })
      found += 1
      continue
    }
    const changed = !basis.equals(known.basis_print) || (!sure && known.state === 'open')
    if (!changed) continue
    const after = checkedAgain(known, { class: sure, changed })
    const again = after.state === 'open' && known.state !== 'open'
    await saveCollision(tx, known, { ...after, basis_print: basis, ...(again ? { found_at: now } : {}) })
    if (again) found += 1
  }
  return found
}

async function hitsOf(
  { tx }: Work,
  row: ExchangeRow,
  keys: ExchangeKeys,
  arounds: readonly AroundSide[],
): Promise<Map<string, Hit[]>> {
  const question = new Map<string, { of: string; kind: KeyKind }[]>()
  for (const { row: around, known } of arounds) {
    // Who is around her no more is asked for no more.
    if (around.until_day !== null) continue
    for (const [text, kind] of askedKeys(known)) {
      const token = tokenText(keys.asked(text))
      const asked = question.get(token)
      if (asked) asked.push({ of: around.id, kind })
      else question.set(token, [{ of: around.id, kind }])
    }
  }
  const hits = new Map<string, Hit[]>()
  for (let after: Buffer | null = null; ; ) {
    const cards = await pageOfOtherCards(tx, row, after, page)
    for (const [of, some] of askCards(question, cards)) hits.set(of, [...(hits.get(of) ?? []), ...some])
    if (cards.length < page) return hits
    after = cards.at(-1)?.print ?? null
  }
}

const surestOf = (hits: readonly Hit[]): CollisionClass | null =>
  collisionClasses.find((sure) => hits.some((hit) => hit.class === sure)) ?? null

/** What she told and which cards it met: another card of that name is another man, and is spoken of anew. */
const basisElsewhere = (
  { vault }: Work,
  exchangeId: string,
  { told, known }: AroundSide,
  hits: readonly Hit[],
): Promise<Buffer> =>
  vault.fingerprint(
    'collision',
    JSON.stringify([
      exchangeId,
      told.names,
      plain(known),
      hits.map((hit) => `${Buffer.from(hit.print, 'latin1').toString('hex')} ${hit.class}`).sort(),
    ]),
  )
