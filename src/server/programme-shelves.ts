import type { Tx } from '#db/connection.ts'
import { readStock, type Stock } from '#usecases/programme/shelf.ts'
import type { Log } from './log.ts'
import { Recent } from './recent.ts'

/** A process keeps about as many organisations' programmes in mind; those that nobody asked for lately go first. */
const most = 100

/**
 * Reads each organisation's programmes once and again when its stamp says that they changed. A definition that doesn't
 * fit any more is told at once, which is at the start: that is when every organisation is looked at. It names places in
 * a method, and nobody.
 */
export function programmeShelves(tell: Log['info'] = () => undefined) {
  const kept = new Recent<{ stamp: number; stock: Stock }>(most)
  return async (tx: Tx, orgId: string, stamp: number): Promise<Stock> => {
    const known = kept.get(orgId)
    if (known?.stamp === stamp) return known.stock
    const stock = await readStock(tx, orgId)
    kept.set(orgId, { stamp, stock })
    for (const { id, version, problems } of stock.outgrown)
      tell('a programme that was published no longer fits what a definition may say', {
        organisation: orgId,
        programme: id,
        version,
        problems: problems.length,
        places: problems
          .slice(0, 5)
          .map(({ field, expected }) => `${field}: expected ${expected}`.slice(0, 200))
          .join('; '),
      })
    return stock
  }
}
