import { z } from 'zod'
import { pageOfSentReferrals } from '#db/referral.ts'
import { dayInput } from '#domain/day.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { statusClasses } from '#domain/referral/status-class.ts'
import { question } from '#usecases/use-case.ts'
import { followed } from './followed.ts'

/**
 * What became of the referrals a system sent, newest first, a page at a time. The class is known only after the rows
 * are read, so a page that asks for one class may hold fewer than the limit, or none, while there is more to come.
 */
export const followSentReferrals = question({
  name: 'follow-sent-referrals',
  may: referralPolicy.followAsService,
  input: z.strictObject({
    since: dayInput.nullish().transform((day) => day ?? null),
    status: z.enum(statusClasses).nullish(),
    /** The id that the page before ended with. */
    after: z.guid().nullish(),
    limit: z.int().min(1).max(200).default(50),
  }),
  async run(work, { since, status, after, limit }) {
    // One more than asked says whether there is a next page.
    const rows = await pageOfSentReferrals(work.tx, work.actor, { since, after, limit: limit + 1 })
    const here = rows.slice(0, limit)
    work.about({ person: here.map(({ person_id }) => person_id), basis: 'own_referral' })
    return {
      referrals: here.map(followed).filter((one) => !status || one.status === status),
      next: rows.length > limit ? (here.at(-1)?.id ?? null) : null,
    }
  },
})
