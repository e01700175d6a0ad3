import type { Context } from '#usecases/context.ts'
import { findDuePhases } from '#usecases/phase/find-due-phases.ts'
import { followTime } from '#usecases/phase/follow-time.ts'

export interface PhaseJob {
  organisations(): Promise<readonly string[]>
  context(): Context
}

/** Moves every trajectory in which a phase began or ended by the clock; each by itself, so that nobody waits. */
export async function turnPhases(
  { organisations, context }: PhaseJob,
  stopping?: AbortSignal,
): Promise<{ moved: number }> {
  let moved = 0
  for (const orgId of await organisations()) {
    const actor = { kind: 'system', orgId, job: 'phases' } as const
    const { ids } = await findDuePhases(context(), actor, {})
    for (const trajectoryId of ids) {
      if (stopping?.aborted) return { moved }
      await followTime(context(), actor, { trajectoryId })
      moved += 1
    }
  }
  return { moved }
}
