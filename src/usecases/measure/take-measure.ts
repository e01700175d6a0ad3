import { z } from 'zod'
import { json } from '#db/connection.ts'
import { settleMeasure } from '#db/measure.ts'
import { countPapers } from '#db/second-keying.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { alarmsOf } from '#domain/instrument/alarms.ts'
import { measureModes } from '#domain/measure/answers.ts'
import { paperCode } from '#domain/measure/on-paper.ts'
import { secondKeying } from '#domain/measure/second-keying.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import { recordConsent } from '#usecases/consent/record-consent.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { fitsMoment } from '#usecases/measure/fits-moment.ts'
import { holdMoment } from '#usecases/measure/held-moment.ts'
import { measureFields } from '#usecases/measure/measure-fields.ts'
import { raiseAlarms } from '#usecases/measure/raise-alarms.ts'
import { dangerToldIfRefused } from '#usecases/measure/raise-measure-alarm.ts'
import { readTaking } from '#usecases/measure/read-taking.ts'
import { whatHinders } from '#usecases/measure/what-hinders.ts'
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
    mode: z.string().pipe(z.enum(measureModes, 'choose-one')),
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
  async run(work, { trajectoryId, moment, takenOn, mode, language, answers, alone, versions, agreed }) {
    const held = await holdMoment(work, trajectoryId, moment)
    const { person_id: personId } = held.trajectory
    if (isBefore(work.today, takenOn)) throw new Invalid({ takenOn: 'day-to-come' })
    const { closed_on: closedOn } = held.trajectory
    // Answers of before the end, found again: they belong to another moment, or to none.
    if (closedOn && isBefore(takenOn, closedOn)) throw new Invalid({ takenOn: 'day-before-closing' })
    fitsMoment(held, answers, versions)
    const asked = held.due.flatMap(({ shelf }) => shelf ?? [])
    const read = readTaking(held, answers, mode, await whatHinders(work, held.trajectory, asked, alone))
    // Before anything else is kept or asked of these answers: what they tell may not wait.
    const { concernId } = await raiseAlarms(
      work,
      held.trajectory,
      moment,
      read.flatMap(({ shelf }) => (shelf ? alarmsOf(shelf.instrument, shelf.values) : [])),
    )
    if (!(await givenConsents(work, personId, trajectoryId)).has('C-7')) {
      // Somebody must hear of danger whether or not her answers may be kept.
      if (!agreed && concernId) return { trajectoryId, moment, concernId, kept: false }
      if (!agreed) throw new Refused('measure-without-consent')
      await recordConsent(work, { personId, trajectoryId, code: 'C-7', state: 'given', how: 'spoken' })
    }
    await work.vault.load([personId])
    const check_code =
      mode === 'on_paper'
        ? secondKeying(paperCode(trajectoryId, moment), await countPapers(work.tx, work.orgId))
        : null
    for (const { row, kept, scores } of read)
      await settleMeasure(work.tx, row, {
        state: 'taken',
        taken_on: takenOn,
        taken_by: work.actor.kind === 'member' ? work.actor.memberId : null,
        mode,
        check_code,
        language,
        answers_sealed: measureFields.seal(
          work.vault,
          personId,
          row.id,
          'answers_sealed',
          JSON.stringify(kept),
        ),
        scores: json(scores),
      })
    return { trajectoryId, moment, concernId, kept: true }
  },
})
