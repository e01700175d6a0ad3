import type { Tx } from '#db/connection.ts'
import { readStock, type Stock } from '#usecases/programme/shelf.ts'

/** No process keeps more organisations' programmes in mind than this; the one longest unasked goes first. */
const most = 200

/** Reads each organisation's programmes once and again when its stamp says that they changed. */
export function programmeShelves() {
  const kept = new Map<string, { stamp: number; stock: Stock }>()
  return async (tx: Tx, orgId: string, stamp: number): Promise<Stock> => {
    const known = kept.get(orgId)
    if (known?.stamp === stamp) return known.stock
    const stock = await readStock(tx, orgId)
    kept.delete(orgId)
    kept.set(orgId, { stamp, stock })
    if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
    return stock
  }
}
