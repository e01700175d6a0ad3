import { z } from 'zod'
import { insertTraining } from '#db/referrer.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { actorId } from '#domain/member/actor.ts'
import { referrerPolicy } from '#domain/referral/referrer-policy.ts'
import { Invalid } from '#usecases/failure.ts'
import { lockReferrer } from '#usecases/referrer/lock-referrer.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps that a referrer was trained, and on which day, in what a programme on offer asks of who refers. */
export const recordTraining = command({
  name: 'record-training',
  action: 'create',
  may: referrerPolicy.manage,
  input: z.strictObject({ memberId: z.uuid(), training: z.string().max(60), trainedOn: dayInput }),
  async run(work, { memberId, training, trainedOn }) {
    const { tx, orgId, actor, today, now, newId, programmes } = work
    await lockReferrer(work, memberId)
    if (!programmes.offered.some(({ referral }) => referral.precondition?.value === training))
      throw new Invalid({ training: 'choose-one' })
    if (isBefore(today, trainedOn)) throw new Invalid({ trainedOn: 'day-to-come' })
    const id = newId()
    await insertTraining(tx, {
      org_id: orgId,
      id,
      member_id: memberId,
      training,
      trained_on: trainedOn,
      recorded_by: actorId(actor),
      recorded_at: now,
    })
    return { id }
  },
})
