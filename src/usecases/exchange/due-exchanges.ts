import { type ExchangeRow, findOtherFaces, listLiveExchanges } from '#db/exchange.ts'
import { type ExchangeDue, exchangeDue } from '#domain/exchange/exchange-due.ts'
import type { Work } from '#usecases/context.ts'
import { othersOf } from '#usecases/exchange/held-exchange.ts'

export interface DueExchange {
  readonly row: ExchangeRow
  readonly due: ExchangeDue
  /** How far the other's cards are now. */
  readonly stamp: number
}

/** For which agreements the clock has something to do, and what. */
export async function dueExchanges({ tx, orgId, today }: Work): Promise<DueExchange[]> {
  const rows = await listLiveExchanges(tx, orgId)
  const faces = await findOtherFaces(
    tx,
    orgId,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const [other] = row.other_org_id === null ? [] : othersOf(row, faces)
    const due = exchangeDue(
      {
        state: row.state,
        way: row.way,
        begunOn: row.begun_on,
        until: row.until_day,
        laidOn: row.laid_on,
        askedStamp: row.asked_stamp,
        receivedOn: row.received_on,
        receivedStamp: row.received_stamp,
      },
      other ? { state: other.state, until: other.until_day, stamp: other.stamp } : null,
      today,
    )
    const stamp = row.way === 'here' ? (other?.stamp ?? 0) : row.received_stamp
    return due ? [{ row, due, stamp }] : []
  })
}
