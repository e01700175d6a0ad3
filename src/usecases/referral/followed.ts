import type { FollowedReferral } from '#db/referral.ts'
import type { StatusClass } from '#domain/referral/status-class.ts'
import { heardStatus } from './heard-status.ts'
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
  status: heardStatus(row),
})
