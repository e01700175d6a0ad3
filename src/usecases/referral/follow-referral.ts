import { z } from 'zod'
import { followReferrals } from '#db/referral.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'
import { followed } from './followed.ts'

/** What became of one referral, for the system that sent it. Another's does not exist. */
export const followReferral = question({
  name: 'follow-referral',
  may: referralPolicy.followAsService,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const [row] = await followReferrals(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id, basis: 'own_referral' })
    return followed(row)
  },
})
