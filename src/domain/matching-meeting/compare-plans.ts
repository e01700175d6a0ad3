import { type Urgency, urgencies } from '#domain/match/urgency.ts'
import type { KeptDelta, KeptPair } from '#domain/matching-meeting/kept-plan.ts'

/** Who is with whom, by ids. */
export type Pairs = ReadonlyMap<string, string>
export const pairsOf = (kept: readonly KeptPair[]): Pairs => new Map(kept)

/** What a pair is worth; `null` if it can't be any more, and counts for nothing. */
export type Worth = (trajectoryId: string, workerId: string) => number | null

/**
 * What is different in the second plan: who moved, and how much better or worse it is in all. Both are weighed on the
 * same scale: a plan isn't better because points became cheaper.
 */
export function comparePlans(
  before: Pairs,
  after: Pairs,
  { urgencyOf, worth }: { urgencyOf: ReadonlyMap<string, Urgency>; worth: Worth },
): KeptDelta {
  const [was, is] = [planWorth(before, urgencyOf, worth), planWorth(after, urgencyOf, worth)]
  const women = [...new Set([...before.keys(), ...after.keys()])].sort()
  return {
    moves: women.flatMap((id): KeptDelta['moves'] => {
      const [from, to] = [before.get(id) ?? null, after.get(id) ?? null]
      return from === to ? [] : [[id, from, to]]
    }),
    matched: urgencies.map((_, at) => (is.matched[at] ?? 0) - (was.matched[at] ?? 0)),
    score: is.score - was.score,
  }
}

/** Women with a worker, by urgency, and the sum of scores. Who waits no more counts for nothing. */
export function planWorth(
  pairs: Pairs,
  urgencyOf: ReadonlyMap<string, Urgency>,
  worth: Worth,
): { matched: readonly number[]; score: number } {
  const matched = urgencies.map(() => 0)
  let score = 0
  for (const [woman, worker] of pairs) {
    const urgency = urgencyOf.get(woman)
    const points = urgency ? worth(woman, worker) : null
    if (!urgency || points === null) continue
    const at = urgencies.indexOf(urgency)
    matched[at] = (matched[at] ?? 0) + 1
    score += points
  }
  return { matched, score }
}
