import type { FollowedReferral } from '#db/referral.ts'
import { type StatusClass, statusClassOf } from '#domain/referral/status-class.ts'

/** The class that whoever sent a referral may hear of it now. */
export const heardStatus = (row: FollowedReferral): StatusClass =>
  statusClassOf({
    referral: row.state,
    trajectory: row.trajectory_state
      ? { state: row.trajectory_state, everStarted: row.started_on !== null }
      : null,
    mayHear: row.may_hear,
  })
