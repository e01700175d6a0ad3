import { inCommon, unknown, type Weighed } from '#domain/match/criterion.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'

/** Can they read something together: a letter, a message, the sheet that opens a talk? Speaking is another thing. */
export function reading(woman: WaitingWoman, worker: Candidate): Weighed {
  const [hers, theirs] = [woman.wishes.reads ?? [], worker.reads ?? []]
  if (hers.length === 0 || theirs.length === 0) return unknown
  const shared = inCommon(hers, theirs)
  return shared.length > 0
    ? { score: 1, code: 'shared', values: { reads: shared } }
    : { score: 0, code: 'none', values: {} }
}
