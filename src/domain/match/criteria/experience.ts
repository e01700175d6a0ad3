import type { Weighed } from '#domain/match/criterion.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'

/** From three women on, one more teaches little. */
const enough = 3

/** Women she stood beside before. A first match is no fault: it scores as what isn't known does. */
export function experience(_woman: WaitingWoman, worker: Candidate): Weighed {
  const share = Math.min(1, worker.experience / enough)
  return {
    score: 0.5 + share / 2,
    code: worker.experience === 0 ? 'first' : 'before',
    values: { count: worker.experience },
  }
}
