import type { Delta } from '#domain/match/solver/change.ts'
import { urgencies } from '#domain/match/urgency.ts'
import { type AssembledMeeting, tierOf } from '#domain/matching-meeting/assemble-meeting.ts'
import type { KeptDelta } from '#domain/matching-meeting/kept-plan.ts'

/** What the solver says of a change, by ids instead of its numbers. */
export function deltaOf({ mothers, workers }: AssembledMeeting, { moves, value }: Delta): KeptDelta {
  return {
    moves: moves.flatMap(({ mother, from, to }): KeptDelta['moves'] => {
      const id = mothers[mother]
      return id === undefined ? [] : [[id, workers[from] ?? null, workers[to] ?? null]]
    }),
    matched: urgencies.map((urgency) => value.perTier[tierOf(urgency)] ?? 0),
    score: value.score,
  }
}
