import type { ExchangeFaceRow, ExchangeRow } from '#db/exchange.ts'
import { findOrganisationName } from '#db/organisation.ts'
import { mayConfirm, mayStepExchange } from '#domain/exchange/exchange.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { othersOf } from '#usecases/exchange/held-exchange.ts'

/** How far the other organisation is, as far as it can be seen: of one with a Naast of its own nothing. */
export type OtherStanding = 'unseen' | 'silent' | 'answered' | 'running' | 'ended' | 'two'

export async function exchangeLine(work: Work, row: ExchangeRow, faces: readonly ExchangeFaceRow[]) {
  const { tx, actor } = work
  const others = row.way === 'file' ? [] : othersOf(row, faces)
  const [other] = others
  const second = mayConfirm({ state: row.state, begunBy: row.begun_by }, actorId(actor) ?? '')
  const standing = otherStanding(row, others)
  return {
    id: row.id,
    version: row.version,
    organisation: row.other_organisation,
    /** What whoever answered is called in this Naast: to see that it is who was meant. */
    answeredBy: other ? await findOrganisationName(tx, other.org_id) : null,
    way: row.way,
    side: row.side,
    state: row.state,
    until: row.until_day,
    other: standing,
    may: {
      confirm:
        exchangePolicy.confirm(actor) &&
        second === true &&
        (row.way === 'file' || standing === 'answered' || standing === 'running'),
      end: exchangePolicy.end(actor) && mayStepExchange(row.state, 'end'),
      carry: exchangePolicy.carry(actor) && row.way === 'file' && mayStepExchange(row.state, 'export'),
    },
  }
}

function otherStanding(row: ExchangeRow, others: readonly ExchangeFaceRow[]): OtherStanding {
  if (row.way === 'file') return 'unseen'
  if (others.length > 1) return 'two'
  const [other] = others
  if (!other) return 'silent'
  return other.state === 'running' || other.state === 'ended' ? other.state : 'answered'
}
