import { z } from 'zod'
import { findMeasures } from '#db/measure.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { evaluationReasons, finalMoment, goalLevels, sayable } from '#domain/closure/closure.ts'
import { askedAtEnd, toldAtEnd } from '#domain/closure/told-at-end.ts'
import { afterwardsAnswers } from '#domain/measure/after-end.ts'
import { optionalText } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { endTrajectory } from '#usecases/trajectory/end-trajectory.ts'
import { command } from '#usecases/use-case.ts'

const evaluation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('taken') }),
  z.strictObject({ kind: z.literal('declined'), code: z.enum(evaluationReasons.declined) }),
  z.strictObject({ kind: z.literal('not_possible'), code: z.enum(evaluationReasons.not_possible) }),
])
type EvaluationInput = z.output<typeof evaluation>

/**
 * Closes a trajectory: why, whether the final evaluation was held, and what was reached. Of one that never began
 * only the reason is asked. Closing is done once; what was closed comes back as a new trajectory.
 */
export const closeTrajectory = command({
  name: 'close-trajectory',
  action: 'update',
  may: trajectoryPolicy.close,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    reason: z.string().min(1).max(60),
    evaluation: evaluation.nullable().default(null),
    /** By the programme's outcome; one that is left out is not known. */
    goals: z.record(z.string().max(60), z.enum(goalLevels)).default({}),
    /** By the name of the fact; one that is left out is not known. */
    told: z.partialRecord(z.enum(toldAtEnd), z.boolean().nullable()).default({}),
    /** Asked where the programme asks again some months later; left open is not asked. */
    afterwards: z.enum(afterwardsAnswers).default('not_asked'),
    words: optionalText(4000),
    note: optionalText(4000),
  }),
  async run(work, { trajectoryId, version, reason, evaluation: held, goals, told, afterwards, words, note }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (trajectory.state === 'closed') throw new Refused('already-closed')
    if (trajectory.version !== version) throw new Refused('changed-meanwhile')
    const begun = trajectory.started_on !== null
    if (begun) await checkEvaluation(work, trajectory, held)
    const definition = definitionOf(work, trajectory)
    const outcomes = new Set(
      sayable(definition.outcomes, trajectory.quiet_since !== null).map(({ id }) => id),
    )
    const asked = askedAtEnd(definition)
    const unknown = [
      ...Object.keys(goals).filter((id) => !outcomes.has(id)),
      ...toldAtEnd.filter((name) => name in told && !asked.includes(name)),
    ]
    if (unknown.length > 0) throw new Invalid(Object.fromEntries(unknown.map((id) => [id, 'unknown-field'])))
    return endTrajectory(work, trajectory, {
      reason,
      evaluation: begun && held ? held.kind : 'not_asked',
      evaluationCode: begun && held && 'code' in held ? held.code : null,
      goals: begun ? Object.fromEntries([...outcomes].map((id) => [id, goals[id] ?? 'unknown'])) : {},
      told: begun ? Object.fromEntries(asked.map((name) => [name, told[name] ?? null])) : {},
      afterwards,
      words: begun ? words : null,
      note,
    })
  },
})

/** The final evaluation is offered: it was taken, or it is said why not. That it was taken must be true. */
async function checkEvaluation(
  work: Work,
  trajectory: TrajectoryRow,
  held: EvaluationInput | null,
): Promise<void> {
  const final = finalMoment(definitionOf(work, trajectory))
  if (!final) return
  if (!held) throw new Invalid({ evaluation: 'choose-one' })
  const rows = await findMeasures(work.tx, work.orgId, trajectory.id)
  const taken = rows.some((row) => row.moment === final.moment && row.state === 'taken')
  if (held.kind === 'taken' && !taken) throw new Refused('evaluation-not-taken')
}
