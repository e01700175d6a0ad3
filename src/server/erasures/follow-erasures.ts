import type { Context } from '#usecases/context.ts'
import { listErased } from '#usecases/erasure/list-erased.ts'
import { replayErasures } from '#usecases/erasure/replay-erasures.ts'
import type { Ledger } from './ledger-file.ts'

export interface ErasureJob {
  organisations(): Promise<readonly string[]>
  context(): Context
  readonly ledger: Ledger
}

/**
 * Puts whose keys were destroyed on the list outside the database. It asks the database for all of them, so that one
 * that a crash kept from the list is on it after the next start.
 */
export async function followErasures(
  { organisations, context, ledger }: ErasureJob,
  { stopping }: { stopping?: AbortSignal } = {},
): Promise<{ added: number }> {
  let added = 0
  for (const orgId of await organisations()) {
    if (stopping?.aborted) break
    const erased = await listErased(context(), { kind: 'system', orgId, job: 'erasures' }, {})
    added += ledger.add(erased.map(({ ownerId, at }) => ({ orgId, ownerId, at })))
  }
  return { added }
}

const atOnce = 200

/** After a restore: erases everybody on the list whom the backup brought back. */
export async function replayLedger({ organisations, context, ledger }: ErasureJob): Promise<{
  erased: number
}> {
  const here = new Set(await organisations())
  const owners = Map.groupBy(ledger.read().erased, ({ orgId }) => orgId)
  let erased = 0
  for (const [orgId, all] of owners) {
    if (!here.has(orgId)) continue
    const actor = { kind: 'system', orgId, job: 'replay-erasures' } as const
    for (let at = 0; at < all.length; at += atOnce) {
      const ownerIds = all.slice(at, at + atOnce).map(({ ownerId }) => ownerId)
      erased += (await replayErasures(context(), actor, { ownerIds })).erased
    }
  }
  return { erased }
}
