import { findMeasures, type MeasureRow } from '#db/measure.ts'
import { findTrajectory, lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { notAfterwards } from '#domain/measure/after-end.ts'
import { askedOrder } from '#domain/measure/asked-order.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { endedAs } from '#usecases/measure/ended-as.ts'
import { type Questionnaire, questionnaireOf } from '#usecases/measure/questionnaire-of.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface HeldMoment {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  /** Everything of this moment, also what was taken or declined. */
  readonly ofMoment: readonly MeasureRow[]
  /** All that is still due at this moment, also what can't be asked any more. */
  readonly open: readonly MeasureRow[]
  /** What of it can be asked, with the questions of each. */
  readonly due: readonly ({ readonly row: MeasureRow } & Questionnaire)[]
}

/** One moment's measures, with the trajectory locked. Refuses when nothing of it is due any more. */
export const holdMoment = async (work: Work, trajectoryId: string, moment: string): Promise<HeldMoment> =>
  momentOf(work, await lockTrajectory(work.tx, work.actor, trajectoryId), moment)

/** The same to look at only. */
export const heldMoment = async (work: Work, trajectoryId: string, moment: string): Promise<HeldMoment> =>
  momentOf(work, await findTrajectory(work.tx, work.actor, trajectoryId), moment)

async function momentOf(
  work: Work,
  trajectory: TrajectoryRow | undefined,
  moment: string,
): Promise<HeldMoment> {
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  const definition = definitionOf(work, trajectory)
  const rows = await findMeasures(work.tx, work.orgId, trajectory.id)
  const ofMoment = rows.filter((row) => row.moment === moment)
  if (ofMoment.length === 0) throw new NotFound()
  const when = definition.measures.find((one) => one.moment === moment)
  const ended = await endedAs(work, trajectory)
  // A moment that another version of the programme had is none of those that are meant for later.
  const why = notAfterwards(when ?? { when: { at: 'end' } }, ended, ofMoment[0]?.due_on ?? null, work.today)
  if (why) throw new Refused(why)
  const open = ofMoment.filter((row) => row.state === 'due')
  if (open.length === 0) throw new Refused('measure-not-due')
  const placeOf = askedOrder(definition)
  const due = open
    .flatMap((row) => {
      const questionnaire = questionnaireOf(definition, row)
      return questionnaire ? [{ row, ...questionnaire }] : []
    })
    .sort((a, b) => placeOf(a.instrument.id) - placeOf(b.instrument.id))
  return { trajectory, definition, ofMoment, open, due }
}
