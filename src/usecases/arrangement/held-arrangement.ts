import { lockTask, saveTask } from '#db/task.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import type { ArrangementTerm } from '#domain/programme/chain-terms.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface WithArrangements {
  readonly trajectory: TrajectoryRow
  readonly terms: readonly ArrangementTerm[]
  readonly memberId: string
}

/** A trajectory of a programme in which parties decide about help, held, her key loaded; also one that is over. */
export async function holdForArrangement(work: Work, trajectoryId: string): Promise<WithArrangements> {
  const { tx, actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const trajectory = await lockTrajectory(tx, actor, trajectoryId)
  const terms = trajectory ? definitionOf(work, trajectory).arrangements : []
  if (!trajectory || terms.length === 0) throw new NotFound()
  aboutTrajectory(work, trajectory)
  await work.vault.load([trajectory.person_id])
  return { trajectory, terms, memberId: actor.memberId }
}

/** Puts away what stood on the worklist for it, and puts it there anew by this day, if there is one. */
export async function askAgainBy(
  work: Work,
  { taskId, trajectoryId, on }: { taskId: string | null; trajectoryId: string; on: Day | null },
): Promise<{ check_on: Day | null; task_id: string | null }> {
  const { tx, orgId, now, actor } = work
  const task = taskId && (await lockTask(tx, { kind: 'system', orgId, job: 'arrangement' }, taskId))
  if (task && task.done_at === null)
    await saveTask(tx, task, {
      done_at: now,
      done_by: actor.kind === 'member' ? actor.memberId : null,
      done_code: 'done',
    })
  if (on === null) return { check_on: null, task_id: null }
  const reasonCode = 'ask-arrangement'
  return {
    check_on: on,
    task_id: await createTask(work, { kind: 'follow_up', reasonCode, trajectoryId, dueOn: on }),
  }
}
