import { z } from 'zod'
import { settleMeasure } from '#db/measure.ts'
import { declineReasons } from '#domain/measure/answers.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { holdMoment } from '#usecases/measure/held-moment.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps that this moment passed without answers, and why. It is not asked again. */
export const declineMeasure = command({
  name: 'decline-measure',
  action: 'update',
  may: trajectoryPolicy.takeMeasure,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    moment: z.string().max(10),
    reason: z.enum(declineReasons),
  }),
  async run(work, { trajectoryId, moment, reason }) {
    const { open } = await holdMoment(work, trajectoryId, moment)
    for (const row of open)
      await settleMeasure(work.tx, row, {
        state: 'declined',
        declined_on: work.today,
        declined_code: reason,
        taken_by: work.actor.kind === 'member' ? work.actor.memberId : null,
      })
    return { trajectoryId, moment }
  },
})
