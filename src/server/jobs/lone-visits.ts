import type { Context } from '#usecases/context.ts'
import { findLoneVisitsDue } from '#usecases/lone-visit/find-lone-visits-due.ts'
import { turnLoneVisit } from '#usecases/lone-visit/turn-lone-visit.ts'

export interface LoneVisitJob {
  organisations(): Promise<readonly string[]>
  context(): Context
}

/** Who is inside past her time is asked, and then called for. One that fails keeps no other waiting. */
export async function turnLoneVisits(
  { organisations, context }: LoneVisitJob,
  { stopping, trouble }: { stopping?: AbortSignal; trouble?: (error: unknown) => void } = {},
): Promise<{ turned: number }> {
  let turned = 0
  for (const orgId of await organisations()) {
    const actor = { kind: 'system', orgId, job: 'lone-visits' } as const
    const { ids } = await findLoneVisitsDue(context(), actor, {})
    for (const id of ids) {
      if (stopping?.aborted) return { turned }
      try {
        await turnLoneVisit(context(), actor, { id })
        turned += 1
      } catch (error) {
        trouble?.(error)
      }
    }
  }
  return { turned }
}
