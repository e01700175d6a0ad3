import { z } from 'zod'
import { json } from '#db/connection.ts'
import { settleMeasure } from '#db/measure.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { fieldOf, measureModes, readAnswers } from '#domain/measure/answers.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import { recordConsent } from '#usecases/consent/record-consent.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { type HeldMoment, holdMoment } from '#usecases/measure/held-moment.ts'
import { measureFields } from '#usecases/measure/measure-fields.ts'
import { keepToDefinition } from '#usecases/signal/keep-to-definition.ts'
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
    mode: z.enum(measureModes),
    language: z.string().max(20).default('nl'),
    /** By `instrument.item`. */
    answers: z.record(z.string().max(130), z.string().max(5000)),
    /** She agrees, here and now, that her answers are kept to evaluate. */
    agreed: z.boolean().default(false),
  }),
  async run(work, { trajectoryId, moment, takenOn, mode, language, answers, agreed }) {
    const held = await holdMoment(work, trajectoryId, moment)
    const { person_id: personId } = held.trajectory
    if (isBefore(work.today, takenOn)) throw new Invalid({ takenOn: 'day-to-come' })
    const questions = new Set(
      held.definition.instruments.flatMap((one) => one.items.map((item) => fieldOf(one, item))),
    )
    keepToDefinition(
      held.definition,
      Object.keys(answers)
        .filter((name) => !questions.has(name))
        .map((name) => `answers.${name}`),
    )
    const read = readAll(held, answers)
    if (!(await givenConsents(work, personId, trajectoryId)).has('C-7')) {
      if (!agreed) throw new Refused('measure-without-consent')
      await recordConsent(work, { personId, trajectoryId, code: 'C-7', state: 'given', how: 'spoken' })
    }
    await work.vault.load([personId])
    for (const { row, kept, scores } of read)
      await settleMeasure(work.tx, row, {
        state: 'taken',
        taken_on: takenOn,
        taken_by: work.actor.kind === 'member' ? work.actor.memberId : null,
        mode,
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
    return { trajectoryId, moment }
  },
})

function readAll({ due }: HeldMoment, given: Readonly<Record<string, string>>) {
  const wrong: Record<string, string> = {}
  const read = due.flatMap(({ row, instrument }) => {
    const one = readAnswers(instrument, given)
    if ('answers' in one) return [{ row, kept: one.answers, scores: one.scores }]
    Object.assign(wrong, one.wrong)
    return []
  })
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  if (read.every(({ kept }) => Object.values(kept).every((answer) => answer === null)))
    throw new Refused('measure-empty')
  return read
}
