import { checkCollisions } from '#usecases/collision/check-collisions.ts'
import { findUnchecked } from '#usecases/collision/find-unchecked.ts'
import type { Context } from '#usecases/context.ts'

export interface CollisionJob {
  organisations(): Promise<readonly string[]>
  context(): Context
}

/**
 * Holds whoever is new against those around women, some at a time, each committed by itself. One organisation that fails
 * keeps no other waiting; what it didn't come to is found again in the next round.
 */
export async function turnCollisions(
  { organisations, context }: CollisionJob,
  { stopping, trouble }: { stopping?: AbortSignal; trouble?: (error: unknown) => void } = {},
): Promise<{ found: number }> {
  let all = 0
  for (const orgId of await organisations()) {
    const actor = { kind: 'system', orgId, job: 'collisions' } as const
    try {
      let { any: more } = await findUnchecked(context(), actor, {})
      while (more && !stopping?.aborted) {
        const round = await checkCollisions(context(), actor, {})
        all += round.found
        more = round.more
      }
    } catch (error) {
      trouble?.(error)
    }
  }
  return { found: all }
}
