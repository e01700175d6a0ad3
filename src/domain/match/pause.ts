import type { Day } from '#domain/day.ts'
import type { MatchStep } from '#domain/match/match.ts'

/** Why the visits rest for a while; proposals of ours, and never more than a code. */
export const pauseReasons = [
  'mother_away',
  'mother_rest',
  'mother_ill',
  'birth',
  'loss',
  'worker_away',
  'worker_ill',
  'not_safe_now',
  'other',
] as const
export type PauseReason = (typeof pauseReasons)[number]

/** A rest that is longer asks whether somebody else should go on; a year further is a slip of the hand. */
export const longestPause = { months: 6 }

/** What a match said of itself before it rested. */
export interface Rested {
  readonly trialUntil: Day | null
  readonly confirmedOn: Day | null
  readonly taperingFrom: Day | null
}

/** Where it goes on after its rest: there where it was. */
export const resumeStep = ({ trialUntil, confirmedOn, taperingFrom }: Rested): MatchStep => {
  if (taperingFrom) return 'resume-tapering'
  return trialUntil && !confirmedOn ? 'resume-trial' : 'resume'
}
