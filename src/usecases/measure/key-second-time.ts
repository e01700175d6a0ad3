import { z } from 'zod'
import { json } from '#db/connection.ts'
import { saveSecondKeying } from '#db/second-keying.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { alarmsOf } from '#domain/instrument/alarms.ts'
import { readShelfAnswers, scoresOf, skipped } from '#domain/instrument/shelf-questions.ts'
import { fieldOf, readAnswers } from '#domain/measure/answers.ts'
import { keyedTwice } from '#domain/measure/second-keying.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { heldPaper, type KeyedAgain, keyedAgain } from '#usecases/measure/held-paper.ts'
import { measureFields } from '#usecases/measure/measure-fields.ts'
import { raiseAlarms } from '#usecases/measure/raise-alarms.ts'
import { dangerToldIfRefused } from '#usecases/measure/raise-measure-alarm.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

const answersInput = z.record(z.string().max(130), z.string().max(5000))

/**
 * Keeps that somebody else keyed this paper in a second time, and on how many questions the two differed. Where they
 * do, whoever keys second says with the paper in hand what stands on it; that is what counts from then on. What it asks
 * of somebody that the first keying didn't is raised as ever.
 */
export const keySecondTime = command({
  name: 'key-second-time',
  action: 'update',
  may: trajectoryPolicy.takeMeasure,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    moment: z.string().max(10),
    answers: answersInput,
    /** For each question on which the two differ: what stands on the paper, `skipped` if nothing was crossed. */
    decided: answersInput.default({}),
  }),
  evenIfRefused: dangerToldIfRefused,
  async run(work, { trajectoryId, moment, answers, decided }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const papers = await heldPaper(work, trajectory, definitionOf(work, trajectory), moment)
    const keyed = keyedAgain(papers, answers)
    if (keyed.every(({ second }) => Object.values(second).every((answer) => answer === null)))
      throw new Refused('measure-empty')
    const open = keyed.flatMap(({ paper, differences }) =>
      differences.filter(({ itemId }) => !decided[fieldOf(paper.instrument, { id: itemId })]),
    )
    if (open.length > 0) throw new Refused('paper-differs', { count: open.length })
    const settled = keyed.map((one) => ({ ...one, ...settle(one, decided) }))
    const { concernId } = await raiseAlarms(
      work,
      trajectory,
      moment,
      settled.flatMap(({ rings }) => rings),
    )
    for (const { paper, differences, changed } of settled) {
      const kept = await saveSecondKeying(work.tx, paper.row, {
        checked_by: work.actor.kind === 'member' ? work.actor.memberId : null,
        checked_on: work.today,
        checked_questions: keyedTwice(paper.instrument).length,
        checked_differences: differences.length,
        ...(changed && {
          answers_sealed: measureFields.seal(
            work.vault,
            trajectory.person_id,
            paper.row.id,
            'answers_sealed',
            JSON.stringify(changed.answers),
          ),
          scores: json(changed.scores),
        }),
      })
      if (!kept) throw new Refused('changed-meanwhile')
    }
    return {
      trajectoryId,
      concernId,
      differences: settled.reduce((sum, { differences }) => sum + differences.length, 0),
    }
  },
})

/** What counts from now on, if that is something else than was kept; and what in it asks somebody for the first time. */
function settle({ paper, differences }: KeyedAgain, decided: Readonly<Record<string, string>>) {
  const { instrument, shelf, first } = paper
  const all = Object.entries(first).map(
    ([id, answer]) => [fieldOf(instrument, { id }), answer ?? ''] as const,
  )
  const said = differences.map(({ itemId }) => {
    const field = fieldOf(instrument, { id: itemId })
    const answer = decided[field] ?? ''
    return [field, !shelf && answer === skipped ? '' : answer] as const
  })
  const given = Object.fromEntries([...all, ...said])
  if (!shelf) {
    const read = readAnswers(instrument, given)
    if ('wrong' in read) throw new Invalid(read.wrong)
    return { changed: differences.length > 0 ? read : null, rings: [] }
  }
  const read = readShelfAnswers(shelf, given)
  const before = readShelfAnswers(shelf, Object.fromEntries(all))
  if ('wrong' in read) throw new Invalid(read.wrong)
  const known = 'wrong' in before ? [] : alarmsOf(shelf, before.values)
  const now = alarmsOf(shelf, read.values)
  const isNew = now.some(
    (one) => !known.some(({ kind, skipped: open }) => kind === one.kind && open === one.skipped),
  )
  return {
    changed: differences.length > 0 ? { answers: read.answers, scores: scoresOf(shelf, read.values) } : null,
    rings: isNew ? now : [],
  }
}
