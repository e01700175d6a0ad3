import { inCommon, unknown, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'

/** How much of what she goes through with her child the worker knows from her own life. */
export function childSituation(woman: WaitingWoman, worker: Candidate): Weighed {
  const hers = woman.wishes.childSituations
  if (hers.length === 0 || worker.profile.childSituations.length === 0) return unknown
  const shared = inCommon(hers, worker.profile.childSituations)
  return shared.length > 0
    ? { score: shared.length / hers.length, code: 'shared', values: { situations: shared } }
    : { score: 0, code: 'none', values: {} }
}
