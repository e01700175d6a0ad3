import { z } from 'zod'
import { followReferrals } from '#db/referral.ts'
import type { ReferralState } from '#domain/referral/referral.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { statusClassOf } from '#domain/referral/status-class.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'
import { NotFound } from '#usecases/failure.ts'
import { referenceOf } from '#usecases/referral/submit-referral.ts'
import { question } from '#usecases/use-case.ts'

/** What became of one referral, for the system that sent it: a class and nothing more. Another's does not exist. */
export const followReferral = question({
  name: 'follow-referral',
  may: referralPolicy.followAsService,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const [row] = await followReferrals(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id, basis: 'own_referral' })
    return {
      id: row.id,
      reference: referenceOf(row.id),
      receivedOn: row.received_on.toString(),
      status: statusClassOf({
        referral: row.state as ReferralState,
        trajectory: row.trajectory_state
          ? { state: row.trajectory_state as TrajectoryState, everStarted: row.started_on !== null }
          : null,
        mayHear: row.may_hear,
      }),
    }
  },
})
