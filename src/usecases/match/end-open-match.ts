import { countMatches, listMatchRows, lockOpenMatch, type MatchRow, saveMatch } from '#db/match.ts'
import { lockWorker } from '#db/worker.ts'
import { type MatchEndReason, mayMatchStep, openMatchStates } from '#domain/match/match.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepWorker } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { takeStep } from '#usecases/worker/take-step.ts'

/**
 * Ends what is open between this trajectory and a worker: an active match ends, a proposal is taken back. For
 * closing a trajectory; does nothing if nothing is open. The caller holds the trajectory's lock and writes its row.
 */
export async function endOpenMatch(
  work: Work,
  trajectoryId: string,
  reason: MatchEndReason,
): Promise<MatchRow | null> {
  const { tx, orgId } = work
  const naast = { kind: 'system', orgId, job: 'match' } as const
  const [seen] = await listMatchRows(tx, naast, {
    states: openMatchStates,
    trajectoryIds: [trajectoryId],
    limit: 1,
  })
  if (!seen) return null
  // Trajectory, worker, match: everything of matching is held in this order, so that nobody waits for each other.
  await lockWorker(tx, naast, seen.worker_id)
  const match = await lockOpenMatch(tx, orgId, trajectoryId)
  if (!match) return null
  await endMatchRow(work, match, reason)
  return match
}

/** Ends a held match and gives its worker her place back. */
export async function endMatchRow(work: Work, match: MatchRow, reason: MatchEndReason): Promise<void> {
  const { tx, orgId, today } = work
  const running = mayMatchStep(matchStateOf(match), 'end')
  await saveMatch(tx, match, {
    state: running ? 'ended' : 'withdrawn',
    ended_on: today,
    end_reason: reason,
  })
  const worker = await lockWorker(tx, { kind: 'system', orgId, job: 'match' }, match.worker_id)
  if (!worker || !running) return
  work.about({ person: worker.person_id })
  const taken = (await countMatches(tx, orgId, [worker.id])).get(worker.id)?.taken ?? 0
  const free = stepWorker(workerState(worker), 'be-free')
  if (taken === 0 && !isRefusal(free)) await takeStep(work, worker, { step: 'be-free', to: free })
}
