import { inCommon, unknown, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'

/** So many things in common are as good as more: two are enough to have something to talk about. */
const enough = 2

export function interests(woman: WaitingWoman, worker: Candidate): Weighed {
  if (woman.wishes.interests.length === 0 || worker.profile.interests.length === 0) return unknown
  const shared = inCommon(woman.wishes.interests, worker.profile.interests)
  return shared.length > 0
    ? { score: Math.min(1, shared.length / enough), code: 'shared', values: { interests: shared } }
    : { score: 0, code: 'none', values: {} }
}
