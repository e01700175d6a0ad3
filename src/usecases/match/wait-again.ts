import { z } from 'zod'
import { findFirstWait } from '#db/match-life.ts'
import { saveTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { answeredNow, matchTasks } from '#usecases/match/match-tasks.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'

/** Her place on the waiting list, when she waits again. */
export const waitingPlaces = ['since_first_day', 'since_today'] as const
export type WaitingPlace = (typeof waitingPlaces)[number]
export const waitingPlaceInput = z.enum(waitingPlaces).default('since_first_day')

/**
 * She waits for somebody else, with all of her history: at the place that her first day of waiting gives her, or at the
 * end of the list. The caller holds the trajectory and ended her match, if one ran.
 */
export async function waitAgain(work: Work, trajectory: TrajectoryRow, place: WaitingPlace): Promise<void> {
  const { tx, orgId, today } = work
  const waiting = stepTo(trajectoryStateOf(trajectory), 'return-to-waiting-list')
  if (isRefusal(waiting)) throw new Refused(waiting.refused)
  const first = (await findFirstWait(tx, orgId, trajectory.id)) ?? trajectory.waiting_since ?? today
  await saveTrajectory(tx, trajectory, {
    state: waiting,
    worker_id: null,
    waiting_since: place === 'since_today' ? today : first,
    next_contact_on: null,
  })
  await answeredNow(work, trajectory.id, [matchTasks.restEnds])
}

/** Nobody stands beside her and nobody is looked for: she rests after a good ending, until somebody asks how she is. */
export const restsAlone = ({ state, worker_id }: Pick<TrajectoryRow, 'state' | 'worker_id'>): boolean =>
  state === 'paused' && worker_id === null
