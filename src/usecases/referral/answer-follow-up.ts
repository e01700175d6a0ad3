import { z } from 'zod'
import { lockReferral } from '#db/referral.ts'
import { lockOpenFollowUp, saveFollowUp } from '#db/referral-follow-up.ts'
import { lockTask, saveTask } from '#db/task.ts'
import { actorId } from '#domain/member/actor.ts'
import { optionalText } from '#domain/person/person.ts'
import { askOnceMoreOn, followUpAnswers } from '#domain/referral/follow-up.ts'
import type { RedirectParty } from '#domain/referral/referral.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { recordConsent } from '#usecases/consent/record-consent.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { type ReferrerTold, tellReferrer } from '#usecases/message/tell-referrer.ts'
import { beginFollowUp } from '#usecases/referral/begin-follow-up.ts'
import { followUpFields } from '#usecases/referral/referral-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps what the desk heard when it asked whether help elsewhere really started, and closes the loop with the one who
 * referred, if she agrees (consent C-5; she may say so in this very talk). Who could not be reached is asked again.
 */
export const answerFollowUp = command({
  name: 'answer-follow-up',
  action: 'update',
  may: referralPolicy.decide,
  input: z.strictObject({
    /** Of the referral. */
    id: z.uuid(),
    answer: z.enum(followUpAnswers),
    withWhom: optionalText(200),
    /** What she said, asked now: may the one who referred hear it? `null` if she was not asked. */
    referrerMayHear: z.boolean().nullable(),
    askAgain: z.boolean().default(false),
  }),
  async run(work, { id, answer, withWhom, referrerMayHear, askAgain }) {
    const { tx, actor, orgId, now, today, vault } = work
    const referral = await lockReferral(tx, actor, id)
    if (!referral) throw new NotFound()
    const personId = referral.person_id
    work.about({ person: personId, detail: { answer } })
    const open = await lockOpenFollowUp(tx, orgId, id)
    if (!open) throw new Refused('follow-up-not-open')
    await vault.load([personId])
    if (referrerMayHear !== null)
      await recordConsent(work, {
        personId,
        trajectoryId: null,
        code: 'C-5',
        state: referrerMayHear ? 'given' : 'refused',
        how: 'by_phone',
      })
    const told = answer === 'not_reached' ? 'not-told' : await tell(work, id, answer)
    await saveFollowUp(tx, open, {
      answer,
      with_whom_sealed: followUpFields.sealIf(vault, personId, open.id, 'with_whom_sealed', withWhom),
      referrer_told: told,
      answered_by: actorId(actor),
      answered_at: now,
    })
    const task = await lockTask(tx, { kind: 'system', orgId, job: 'desk' }, open.task_id)
    if (task && task.done_at === null)
      await saveTask(tx, task, { done_at: now, done_by: actorId(actor), done_code: 'done' })
    if (answer !== 'started' && askAgain)
      await beginFollowUp(work, {
        referralId: id,
        personId,
        // Our own writing, checked when it was decided.
        party: open.party_code as RedirectParty,
        helpOfferId: open.help_offer_id,
        askOn: askOnceMoreOn(today),
      })
    return { id, told }
  },
})

const tell = (work: Work, referralId: string, answer: 'started' | 'not_started'): Promise<ReferrerTold> =>
  tellReferrer(work, referralId, answer === 'started' ? 'help_started' : 'help_not_started')
