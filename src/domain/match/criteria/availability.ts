import { inCommon, unknown, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'

/** Parts of the week both have; three leave room for a cold, a birthday and a bus that didn't come. */
const enough = 3

export function availability(woman: WaitingWoman, worker: Candidate): Weighed {
  if (woman.wishes.availability.length === 0 || worker.profile.availability.length === 0) return unknown
  const shared = inCommon(woman.wishes.availability, worker.profile.availability)
  return shared.length > 0
    ? {
        score: Math.min(1, shared.length / enough),
        code: 'shared',
        values: { count: shared.length, slots: shared },
      }
    : { score: 0, code: 'none', values: {} }
}
