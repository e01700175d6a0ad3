import type { ReferralState } from '#domain/referral/referral.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'

/**
 * All that one who referred may ever see of what became of it (domain.md 4.5, RF-3): a class, never a reason, a
 * date or a name of a worker.
 */
export const statusClasses = ['received', 'in_progress', 'started', 'ended', 'other_offer'] as const
export type StatusClass = (typeof statusClasses)[number]

const ofReferral: Record<ReferralState, StatusClass> = {
  received: 'received',
  needs_info: 'received',
  accepted: 'in_progress',
  redirected: 'other_offer',
  advised: 'other_offer',
  rejected: 'other_offer',
  duplicate: 'received',
  withdrawn: 'other_offer',
}
const ofTrajectory: Record<TrajectoryState, StatusClass> = {
  intake: 'in_progress',
  waiting: 'in_progress',
  active: 'started',
  paused: 'started',
  closed: 'ended',
}

/**
 * The class of one referral. That she started or ended is told only if she agreed that her referrer hears it
 * (consent C-5); without, the answer stays "in progress", whatever happens.
 */
export function statusClassOf(about: {
  readonly referral: ReferralState
  readonly trajectory: { readonly state: TrajectoryState; readonly everStarted: boolean } | null
  readonly mayHear: boolean
}): StatusClass {
  const { referral, trajectory, mayHear } = about
  if (trajectory === null) return ofReferral[referral]
  if (!mayHear) return 'in_progress'
  // Ended before it began: she has another offer or none, and that is all there is to say.
  if (trajectory.state === 'closed' && !trajectory.everStarted) return 'other_offer'
  return ofTrajectory[trajectory.state]
}
