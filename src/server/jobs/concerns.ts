import { askNextColleague } from '#usecases/concern/ask-next-colleague.ts'
import { findConcernsToAsk } from '#usecases/concern/find-concerns-to-ask.ts'
import type { Context } from '#usecases/context.ts'

export interface ConcernJob {
  organisations(): Promise<readonly string[]>
  context(): Context
}

/** "Danger now" that nobody took up in time goes to the next colleague. One that fails keeps no other waiting. */
export async function turnConcerns(
  { organisations, context }: ConcernJob,
  { stopping, trouble }: { stopping?: AbortSignal; trouble?: (error: unknown) => void } = {},
): Promise<{ asked: number }> {
  let asked = 0
  for (const orgId of await organisations()) {
    const actor = { kind: 'system', orgId, job: 'concerns' } as const
    const { ids } = await findConcernsToAsk(context(), actor, {})
    for (const id of ids) {
      if (stopping?.aborted) return { asked }
      try {
        if ((await askNextColleague(context(), actor, { id })).asked) asked += 1
      } catch (error) {
        trouble?.(error)
      }
    }
  }
  return { asked }
}
