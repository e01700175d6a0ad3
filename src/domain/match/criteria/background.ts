import { inCommon, unknown, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'

/** As far as possible the same background (domain.md 1.2, worker). */
export function background(woman: WaitingWoman, worker: Candidate): Weighed {
  if (woman.wishes.backgrounds.length === 0 || worker.profile.backgrounds.length === 0) return unknown
  const shared = inCommon(woman.wishes.backgrounds, worker.profile.backgrounds)
  return shared.length > 0
    ? { score: 1, code: 'shared', values: { backgrounds: shared } }
    : { score: 0, code: 'none', values: {} }
}
