import type { Context } from '#usecases/context.ts'
import { evaluateSignals, mostAtOnce } from '#usecases/signal/evaluate-signals.ts'
import { findDueSignals } from '#usecases/signal/find-due-signals.ts'

export interface SignalJob {
  /** Ids of the organisations whose signals this process keeps. */
  organisations(): Promise<readonly string[]>
  context(): Context
}

/** While the database answers one question, this process weighs the answer to another. */
const lanes = 2
const mostInMind = 100_000

/**
 * Looks at every trajectory in which time may have turned a rule by today, and at no other. Each batch is committed by
 * itself: who is working waits for none of it, and what was done stays done. Two processes that do the same do it twice.
 */
export async function turnSignals(
  { organisations, context }: SignalJob,
  { stopping, everyone = false }: { stopping?: AbortSignal; everyone?: boolean } = {},
): Promise<{ looked: number; arose: number; ended: number }> {
  const all = { looked: 0, arose: 0, ended: 0 }
  for (const orgId of await organisations()) {
    const actor = { kind: 'system', orgId, job: 'signals' } as const
    let after: string | null = null
    do {
      const { ids } = await findDueSignals(context(), actor, { everyone, after, limit: mostInMind })
      after = ids.length === mostInMind ? (ids.at(-1) ?? null) : null
      const batches = Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, at) =>
        ids.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
      ).values()
      const lane = async () => {
        for (const batch of batches) {
          if (stopping?.aborted) return
          const { looked, arose, ended } = await evaluateSignals(context(), actor, { ids: batch })
          all.looked += looked
          all.arose += arose
          all.ended += ended
        }
      }
      await Promise.all(Array.from({ length: lanes }, lane))
    } while (after && !stopping?.aborted)
  }
  return all
}
