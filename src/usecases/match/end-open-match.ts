import { countMatches, listMatchRows, lockOpenMatch, type MatchRow } from '#db/match.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { lockWorker } from '#db/worker.ts'
import { askAfterOn } from '#domain/match/after.ts'
import {
  goodEndings,
  isRunning,
  type MatchEndReason,
  type MatchStep,
  openMatchStates,
} from '#domain/match/match.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepWorker } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { answeredNow, askLater, matchTasks, whileRunning } from '#usecases/match/match-tasks.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { takeMatchStep } from '#usecases/match/take-match-step.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { takeStep } from '#usecases/worker/take-step.ts'

type Ending = Pick<TrajectoryRow, 'id' | 'programme_id' | 'programme_version' | 'quiet_since'>

/**
 * Ends what is open between this trajectory and a worker: a match that runs ends, a proposal is taken back. For
 * closing a trajectory; does nothing if nothing is open. A last visit that was held has said already how it ended. The
 * caller holds the trajectory's lock and writes its row.
 */
export async function endOpenMatch(
  work: Work,
  trajectory: Ending,
  reason: MatchEndReason,
): Promise<MatchRow | null> {
  const { tx, orgId } = work
  const naast = { kind: 'system', orgId, job: 'match' } as const
  const [seen] = await listMatchRows(tx, naast, {
    states: openMatchStates,
    trajectoryIds: [trajectory.id],
    limit: 1,
  })
  await answeredNow(work, trajectory.id, [matchTasks.restEnds])
  if (!seen) return null
  // Trajectory, worker, match: everything of matching is held in this order, so that nobody waits for each other.
  await lockWorker(tx, naast, seen.worker_id)
  const match = await lockOpenMatch(tx, orgId, trajectory.id)
  if (!match) return null
  const said = goodEndings.find((one) => one === match.end_reason)
  await endMatchRow(work, trajectory, match, match.last_visit_held_on && said ? said : reason)
  return match
}

/** Ends a held match and gives its worker her place back; after a good ending somebody will ask how she is. */
export async function endMatchRow(
  work: Work,
  trajectory: Ending,
  match: MatchRow,
  reason: MatchEndReason,
  step: MatchStep = isRunning(matchStateOf(match)) ? 'end' : 'withdraw',
): Promise<void> {
  const { today } = work
  const quiet = trajectory.quiet_since !== null
  const afterOn =
    step === 'end' ? askAfterOn(definitionOf(work, trajectory), { endedOn: today, reason, quiet }) : null
  const taskId = afterOn && (await askLater(work, trajectory.id, matchTasks.after, afterOn))
  await takeMatchStep(
    work,
    match,
    step,
    { reason },
    {
      ended_on: today,
      end_reason: reason,
      after_on: afterOn,
      after_task_id: taskId,
    },
  )
  await answeredNow(work, trajectory.id, whileRunning, 'not_needed')
  if (step !== 'withdraw') await beFree(work, match.worker_id)
}

/** A worker who stands beside nobody any more is ready for somebody else. */
async function beFree(work: Work, workerId: string): Promise<void> {
  const { tx, orgId } = work
  const worker = await lockWorker(tx, { kind: 'system', orgId, job: 'match' }, workerId)
  if (!worker) return
  work.about({ person: worker.person_id })
  const taken = (await countMatches(tx, orgId, [worker.id])).get(worker.id)?.taken ?? 0
  const free = stepWorker(workerState(worker), 'be-free')
  if (taken === 0 && !isRefusal(free)) await takeStep(work, worker, { step: 'be-free', to: free })
}
