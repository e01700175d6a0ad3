import type { FollowedReferral } from '#db/referral.ts'
import { type StatusClass, statusClassOf } from '#domain/referral/status-class.ts'
import { referenceOf } from './submit-referral.ts'

export interface Followed {
  readonly id: string
  readonly reference: string
  readonly receivedOn: string
  readonly status: StatusClass
}

/** All that the system that sent a referral hears of it: a class and nothing more. */
export const followed = (row: FollowedReferral): Followed => ({
  id: row.id,
  reference: referenceOf(row.id),
  receivedOn: row.received_on.toString(),
  status: statusClassOf({
    referral: row.state,
    trajectory: row.trajectory_state
      ? { state: row.trajectory_state, everStarted: row.started_on !== null }
      : null,
    mayHear: row.may_hear,
  }),
})
