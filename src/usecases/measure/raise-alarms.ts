import type { TrajectoryRow } from '#db/trajectory.ts'
import { answerDue } from '#domain/concern/concern.ts'
import type { Alarm } from '#domain/instrument/alarms.ts'
import { isDanger, wasRaised, whatFollows } from '#domain/measure/alarms-raised.ts'
import { keepConcern } from '#usecases/concern/keep-concern.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden } from '#usecases/failure.ts'
import { alarmsBefore } from '#usecases/measure/alarms-before.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** Within a week is on the seventh day at the latest. */
const week = 7

/**
 * What these answers ask of somebody becomes a concern or a task, in the same transaction and before anything is said of
 * how complete they are. What was told of this moment before, by a form that was refused, is not told again. Gives the
 * concern in which it stands, if there is one. The trajectory is locked.
 */
export async function raiseAlarms(
  work: Work,
  trajectory: TrajectoryRow,
  moment: string,
  found: readonly Alarm[],
): Promise<{ concernId: string | null }> {
  const { actor } = work
  const before = found.some(isDanger) ? await alarmsBefore(work, trajectory) : []
  const known = before.filter(({ alarms }) => found.some((alarm) => wasRaised(alarm, moment, alarms)))
  const fresh = found.filter((alarm) => !known.some(({ alarms }) => wasRaised(alarm, moment, alarms)))
  const { concern, callHer } = whatFollows(fresh, moment)
  if (callHer)
    await createTask(work, {
      kind: 'measure',
      reasonCode: 'call-after-measure',
      trajectoryId: trajectory.id,
      dueOn: work.today.add({ days: week }),
    })
  if (!concern) return { concernId: known[0]?.concernId ?? null }
  if (actor.kind !== 'member') throw new Forbidden()
  const at = work.now.toZonedDateTimeISO(work.zone)
  const byTerms = answerDue(concern.level, definitionOf(work, trajectory).safety.concernAnswer, at)
  const tonight = work.today.add({ days: 1 }).toZonedDateTime(work.zone).toInstant()
  const sooner = byTerms && Temporal.Instant.compare(byTerms, tonight) < 0 ? byTerms : tonight
  return {
    concernId: await keepConcern(work, actor, trajectory, { ...concern, answerDue: sooner }),
  }
}
