import { z } from 'zod'
import { isMemberWith } from '#domain/member/actor.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { referralChannels, referralSubmission } from '#domain/referral/referral-submission.ts'
import { submissionWithoutBsn } from '#domain/referral/submission-without-bsn.ts'
import { Invalid } from '#usecases/failure.ts'
import { receiveReferrals } from '#usecases/referral/receive-referral.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A referral comes in: from a professional, from a woman herself, from another system, or typed at the desk. A BSN in
 * it is left out before anything is kept; `dropped` names the fields where one stood.
 */
export const submitReferral = command({
  name: 'submit-referral',
  action: 'create',
  may: referralPolicy.submit,
  input: z.strictObject({ channel: z.enum(referralChannels), submission: referralSubmission }),
  async run(work, { channel, submission: sent }) {
    const { submission, dropped } = submissionWithoutBsn(sent)
    if (submission.programmeId !== null && !work.programmes.find(submission.programmeId))
      throw new Invalid({ 'submission.programmeId': 'unknown-programme' })
    const { actor } = work
    const [received] = await receiveReferrals(work, [
      { channel, submission, referrerMemberId: isMemberWith(actor, 'referrer') ? actor.memberId : null },
    ])
    if (!received) throw new Error('no referral was received')
    return {
      referralId: received.referralId,
      reference: referenceOf(received.referralId),
      /** The day by which she hears from somebody, as ISO text: a first result is told again from what was kept. */
      contactBy: received.contactDueOn.toString(),
      dropped,
    }
  },
})

/** What a referrer may quote on the phone: the last eight characters of the id. Says nothing about anybody. */
export const referenceOf = (referralId: string): string => referralId.slice(-8).toUpperCase()
