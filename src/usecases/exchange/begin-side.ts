import type { z } from 'zod'
import { findExchange, insertExchange, insertFace, listLiveExchanges } from '#db/exchange.ts'
import { withoutBsn } from '#domain/bsn.ts'
import { type ExchangeSide, type exchangeTerms, termOf } from '#domain/exchange/exchange.ts'
import { type ExchangeCode, readExchangeCode } from '#domain/exchange/exchange-code.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { exchangeFields, exchangeIdOf } from '#usecases/exchange/exchange-keys.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'

/** More agreements than these nobody watches over. */
const mostLive = 20

export function readCode({ digest }: Pick<Work, 'digest'>, typed: string): ExchangeCode {
  const code = readExchangeCode(typed, digest)
  if (!code) throw new Invalid({ code: 'exchange-code' })
  return code
}

/** Writes this organisation's own side of an agreement: its terms, and the secret under a key that ends with it. */
export async function beginSide(
  work: Work,
  side: ExchangeSide,
  { way, secret }: ExchangeCode,
  terms: z.output<typeof exchangeTerms>,
): Promise<string> {
  const { tx, orgId, actor, now, today, vault } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const term = termOf(terms.until, today)
  if (isRefusal(term)) throw new Invalid({ until: term.refused })
  const id = exchangeIdOf(work, secret)
  if (await findExchange(tx, actor, id)) throw new Refused('exchange-own-code')
  const live = await listLiveExchanges(tx, orgId)
  if (live.length >= mostLive) throw new Refused('exchange-too-many', { most: mostLive })
  const keyOwner = work.newId()
  await vault.create([id, keyOwner])
  const secretText = Buffer.from(secret).toString('base64url')
  await insertExchange(tx, {
    org_id: orgId,
    id,
    way,
    side,
    state: side,
    other_organisation: terms.organisation,
    kinds: [...new Set(terms.kinds)],
    until_day: terms.until,
    ground_sealed: exchangeFields.seal(vault, id, id, 'ground_sealed', withoutBsn(terms.ground).text),
    key_owner: keyOwner,
    secret_sealed: exchangeFields.seal(vault, keyOwner, id, 'secret_sealed', secretText),
    begun_by: actor.memberId,
    begun_at: now,
    begun_on: today,
  })
  await insertFace(tx, { org_id: orgId, agreement_id: id, side, state: side, until_day: terms.until })
  return id
}
