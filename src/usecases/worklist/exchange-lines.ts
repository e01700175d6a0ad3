import { findOtherFaces, listLiveExchanges } from '#db/exchange.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import type { Work } from '#usecases/context.ts'
import { exchangeLine } from '#usecases/exchange/exchange-line.ts'
import type { Found, Unnamed } from '#usecases/worklist/found-lines.ts'

/** Agreements with other organisations that wait for her to agree as the second. */
export async function exchangeLines(work: Work): Promise<Found> {
  const { tx, orgId, actor } = work
  if (!exchangePolicy.confirm(actor)) return { lines: [], more: null }
  const rows = (await listLiveExchanges(tx, orgId)).filter(({ state }) => state !== 'running')
  const faces = await findOtherFaces(
    tx,
    orgId,
    rows.map(({ id }) => id),
  )
  const lines: Unnamed[] = []
  for (const row of rows) {
    const { id, organisation, may } = await exchangeLine(work, row, faces)
    if (may.confirm)
      lines.push({
        id,
        personId: null,
        by: null,
        pressure: 'waiting',
        source: { from: 'exchange', organisation },
      })
  }
  return { lines, more: null }
}
