import { freeSeat } from '#db/group.ts'
import { findOpenPlace, findPlaces, type PlaceRow, savePlace } from '#db/group-place.ts'
import { saveTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { endPlace, type PlaceEnd } from '#domain/group/group-place.ts'
import { isRefusal } from '#domain/refusal.ts'
import { mayStep, stepTo } from '#domain/trajectory/trajectory.ts'
import { skipPlannedContacts } from '#usecases/contact/settle-contacts.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { dropPlaceMessages } from '#usecases/group/drop-place-messages.ts'
import { hasSeat, placeStateOf } from '#usecases/group/group-states.ts'
import { aboutSeats } from '#usecases/group/held-group.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** Ends what is open between this trajectory and a group, if anything is. The caller holds the trajectory. */
export async function endOpenPlace(work: Work, trajectoryId: string, code: PlaceEnd): Promise<void> {
  const place = await findOpenPlace(work.tx, work.orgId, trajectoryId)
  if (place) await endPlaceRow(work, place, code)
}

export async function endPlaceRow(work: Work, place: PlaceRow, code: PlaceEnd): Promise<void> {
  const state = endPlace(placeStateOf(place))
  if (isRefusal(state)) throw new Refused(state.refused)
  await dropPlaceMessages(work, [place])
  if (hasSeat(place)) await freeSeat(work.tx, work.orgId, place.group_id)
  aboutSeats(work, await findPlaces(work.tx, work.orgId, [place.group_id]))
  await savePlace(work.tx, place, {
    state,
    ended_on: work.today,
    ended_by: work.actor.kind === 'member' ? work.actor.memberId : null,
    end_code: code,
  })
}

/** She left a group that was her programme, and waits for another one. Both rows are held. */
export async function backToWaiting(work: Work, place: PlaceRow, trajectory: TrajectoryRow): Promise<void> {
  if (place.state !== 'active' || definitionOf(work, trajectory).shape.value !== 'closed_group') return
  const from = trajectoryStateOf(trajectory)
  if (!mayStep(from, 'return-to-waiting-list')) return
  const state = stepTo(from, 'return-to-waiting-list')
  if (isRefusal(state)) return
  await skipPlannedContacts(work, trajectory)
  await saveTrajectory(work.tx, trajectory, { state, waiting_since: work.today })
}
