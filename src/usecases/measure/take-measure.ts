import { z } from 'zod'
import { dayInput } from '#domain/day.ts'
import { staffModes } from '#domain/measure/answers.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { holdMoment } from '#usecases/measure/held-moment.ts'
import { keepTaken } from '#usecases/measure/keep-taken.ts'
import { dangerToldIfRefused } from '#usecases/measure/raise-measure-alarm.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps her answers of one moment. Only with her agreement to be asked (consent C-7), which may be given with the
 * same form. Each question may be left open; leaving all of them open is declining, which is another button.
 */
export const takeMeasure = command({
  name: 'take-measure',
  action: 'update',
  may: trajectoryPolicy.takeMeasure,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    moment: z.string().max(10),
    takenOn: dayInput,
    mode: z.string().pipe(z.enum(staffModes, 'choose-one')),
    language: z.string().max(20).default('nl'),
    /** By `instrument.item`. */
    answers: z.record(z.string().max(130), z.string().max(5000)),
    /** Asked first where nobody else may hear it: she is alone with who asks. */
    alone: z.boolean().default(false),
    /** By questionnaire of the shelf the version that lay before her; on paper it may be an older one. */
    versions: z.record(z.string().max(60), z.string().max(20)).default({}),
    /** She agrees, here and now, that her answers are kept to evaluate. */
    agreed: z.boolean().default(false),
  }),
  evenIfRefused: dangerToldIfRefused,
  async run(work, input) {
    const held = await holdMoment(work, input.trajectoryId, input.moment)
    return keepTaken(work, held, { ...input, keyedIn: input.mode === 'on_paper' })
  },
})
