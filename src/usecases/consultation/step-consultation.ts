import { z } from 'zod'
import { lockConsultation, saveConsultation } from '#db/consultation.ts'
import { withoutBsn } from '#domain/bsn.ts'
import {
  consultationDrops,
  consultationState,
  consultationSteps,
  stepConsultation,
} from '#domain/consultation/consultation.ts'
import { consultationPolicy } from '#domain/consultation/consultation-policy.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { consultationFields } from '#usecases/consultation/consultation-fields.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { askAgainBy } from '#usecases/task/ask-again-by.ts'
import { holdTrajectoryWith, withConsultations } from '#usecases/trajectory/held-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** The expert answered and what was advised; or there is nothing yet, and somebody asks again; or nobody waits. */
export const stepConsultationOn = command({
  name: 'step-consultation',
  action: 'update',
  may: consultationPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    id: z.uuid(),
    version: versionInput,
    step: z.enum(consultationSteps),
    /** The day of the answer, or on which nobody waits any more. */
    onDay: dayInput,
    advice: optionalText(4000),
    reason: z.enum(consultationDrops).nullable().default(null),
    againOn: dayInput.nullable().default(null),
  }),
  async run(work, { trajectoryId, id, version, step, onDay, advice, reason, againOn }) {
    const { tx, orgId, today, vault } = work
    const { trajectory, memberId } = await holdTrajectoryWith(work, trajectoryId, withConsultations)
    const row = await lockConsultation(tx, orgId, trajectoryId, id)
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const next = stepConsultation(consultationState(row), step)
    if (isRefusal(next)) throw new Refused(next.refused)
    if (isBefore(today, onDay)) throw new Invalid({ onDay: 'day-to-come' })
    if (isBefore(onDay, row.asked_on)) throw new Invalid({ onDay: 'day-before-last' })
    if (step === 'answer' && advice === null) throw new Invalid({ advice: 'required' })
    if (step === 'drop' && reason === null) throw new Invalid({ reason: 'choose-one' })
    if (step === 'wait' && againOn === null) throw new Invalid({ againOn: 'required' })
    if (step === 'wait' && againOn && !isBefore(today, againOn))
      throw new Invalid({ againOn: 'day-in-the-past' })
    const words = withoutBsn(advice ?? '').text
    const on = step === 'wait' ? againOn : null
    await saveConsultation(tx, row, {
      ...(step === 'answer' && {
        answered_on: onDay,
        advice_sealed: consultationFields.seal(vault, trajectory.person_id, id, 'advice_sealed', words),
      }),
      ...(step === 'drop' && { dropped_on: onDay, dropped_code: reason }),
      ...(await askAgainBy(work, { taskId: row.task_id, trajectoryId, on, reasonCode: 'ask-consultation' })),
      stepped_by: memberId,
      stepped_at: work.now,
    })
    work.about({ detail: { step } })
    return { consultationId: id }
  },
})
