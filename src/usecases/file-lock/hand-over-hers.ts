import { findCoordinators } from '#db/duties.ts'
import { findBarred } from '#db/lock-reach.ts'
import { findFirstWait } from '#db/match-life.ts'
import { saveTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { needsCoordinator } from '#domain/file-lock/lock-effects.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid } from '#usecases/failure.ts'
import type { LockStanding } from '#usecases/file-lock/lock-standing.ts'
import { endOpenMatch } from '#usecases/match/end-open-match.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'

/** Who takes her over; `null` where nobody has to. She must coordinate here and may not be kept from the file herself. */
export async function newCoordinatorFor(
  { tx, orgId, today }: Work,
  {
    personId,
    standing,
    coordinatorId,
  }: { personId: string; standing: LockStanding; coordinatorId: string | null },
): Promise<string | null> {
  if (!needsCoordinator(standing)) return null
  if (coordinatorId === null) throw new Invalid({ coordinatorId: 'choose-one' })
  const able = await findCoordinators(tx, orgId, today)
  const barred = await findBarred(tx, orgId, [coordinatorId], [personId])
  if (!able.includes(coordinatorId) || standing.behind.members.includes(coordinatorId) || barred.size > 0)
    throw new Invalid({ coordinatorId: 'no-coordinator' })
  return coordinatorId
}

/** Ends what he stands in for her: she waits again, at the place that her first day of waiting gives her. */
export async function handOverHers(
  work: Work,
  trajectories: readonly TrajectoryRow[],
  { standing: { behind, beside }, coordinatorId }: { standing: LockStanding; coordinatorId: string | null },
): Promise<void> {
  const { tx, orgId, today } = work
  const members: readonly (string | null)[] = behind.members
  const workers: readonly (string | null)[] = behind.workers
  for (const trajectory of trajectories) {
    if (trajectory.state === 'closed') continue
    const hers = workers.includes(trajectory.worker_id)
    // Why it ended is nobody's business, and the history of a match is read by more people than her locks.
    if (beside.some(({ trajectoryId }) => trajectoryId === trajectory.id))
      await endOpenMatch(work, trajectory, 'other')
    const waiting = stepTo(trajectoryStateOf(trajectory), 'return-to-waiting-list')
    const first = (await findFirstWait(tx, orgId, trajectory.id)) ?? trajectory.waiting_since ?? today
    const changed = {
      ...(members.includes(trajectory.coordinator_id) ? { coordinator_id: coordinatorId } : {}),
      ...(hers ? { worker_id: null, next_contact_on: null } : {}),
      ...(hers && !isRefusal(waiting) ? { state: waiting, waiting_since: first } : {}),
    }
    if (Object.keys(changed).length > 0) await saveTrajectory(tx, trajectory, changed)
  }
}
