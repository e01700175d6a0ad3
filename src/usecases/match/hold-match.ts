import { lockMatch, type MatchRow } from '#db/match.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { lockWorker, type WorkerRow } from '#db/worker.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

export interface HeldMatch {
  readonly match: MatchRow
  readonly trajectory: TrajectoryRow
  readonly worker: WorkerRow
}

/**
 * A match with its trajectory and worker, held until the transaction ends, in the one order in which everything of
 * matching is held: trajectory, worker, match. `NotFound` if the actor may not see it, refused if somebody changed it
 * since `version`.
 */
export async function holdMatch(
  work: Work,
  seen: Pick<MatchRow, 'id' | 'trajectory_id' | 'worker_id'> | undefined,
  version: number,
): Promise<HeldMatch> {
  const { tx, actor } = work
  if (!seen) throw new NotFound()
  // A worker who answers a proposal sees the match, not yet the trajectory: the rule she is let in by is the match's.
  const own = { kind: 'system', orgId: work.orgId, job: 'match' } as const
  const trajectory = await lockTrajectory(tx, own, seen.trajectory_id)
  const worker = await lockWorker(tx, own, seen.worker_id)
  const match = await lockMatch(tx, actor, seen.id)
  if (!match || !trajectory || !worker) throw new NotFound()
  work.about({ person: [trajectory.person_id, worker.person_id], trajectory: trajectory.id })
  if (match.version !== version) throw new Refused('changed-meanwhile')
  return { match, trajectory, worker }
}
