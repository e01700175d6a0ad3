import type { TrajectoryRow } from '#db/trajectory.ts'
import { answerDue } from '#domain/concern/concern.ts'
import { alarmsOf } from '#domain/instrument/alarms.ts'
import type { Answers } from '#domain/instrument/score.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { whatFollows } from '#domain/measure/alarms-raised.ts'
import { keepConcern } from '#usecases/concern/keep-concern.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden } from '#usecases/failure.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** Within a week is on the seventh day at the latest. */
const week = 7

/**
 * What these answers ask of somebody becomes a concern or a task, in the same transaction and before anything is said of
 * how complete they are. Gives the concern, if one was raised.
 */
export async function raiseAlarms(
  work: Work,
  trajectory: TrajectoryRow,
  read: readonly { readonly instrument: ShelfInstrument; readonly values: Answers }[],
): Promise<{ concernId: string | null }> {
  const { actor } = work
  const found = read.flatMap(({ instrument, values }) => alarmsOf(instrument, values))
  const { concern, callHer } = whatFollows(found)
  if (callHer)
    await createTask(work, {
      kind: 'measure',
      reasonCode: 'call-after-measure',
      trajectoryId: trajectory.id,
      dueOn: work.today.add({ days: week }),
    })
  if (!concern) return { concernId: null }
  if (actor.kind !== 'member') throw new Forbidden()
  const at = work.now.toZonedDateTimeISO(work.zone)
  const byTerms = answerDue(concern.level, definitionOf(work, trajectory).safety.concernAnswer, at)
  const tonight = work.today.add({ days: 1 }).toZonedDateTime(work.zone).toInstant()
  const sooner = byTerms && Temporal.Instant.compare(byTerms, tonight) < 0 ? byTerms : tonight
  return {
    concernId: await keepConcern(work, actor, trajectory, { ...concern, answerDue: sooner }),
  }
}
