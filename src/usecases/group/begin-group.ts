import { saveGroup } from '#db/group.ts'
import { findPlaces, type PlaceRow, savePlace } from '#db/group-place.ts'
import { findSessions } from '#db/group-session.ts'
import { saveTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { stepGroup } from '#domain/group/group.ts'
import { stepPlace } from '#domain/group/group-place.ts'
import { isRefusal } from '#domain/refusal.ts'
import { courseEnd } from '#domain/trajectory/course-end.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import { planTrajectory } from '#usecases/contact/plan-trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { groupStateOf, placeStateOf } from '#usecases/group/group-states.ts'
import { type HeldGroup, holdTrajectoryOf } from '#usecases/group/held-group.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { tellReferrer } from '#usecases/message/tell-referrer.ts'
import { settlePhases } from '#usecases/phase/settle-phases.ts'
import { childDates } from '#usecases/pregnancy/pregnancy-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/**
 * The first session makes a group run: everybody who has a seat begins, and with her place her trajectory, if the
 * group is her programme. How many they were is kept: a group that began too small is a signal for good.
 */
export async function beginGroup(work: Work, held: HeldGroup): Promise<void> {
  const { tx, orgId, today } = work
  const state = stepGroup(groupStateOf(held.group), 'start')
  if (isRefusal(state)) throw new Refused(state.refused)
  const enrolled = (await findPlaces(tx, orgId, [held.group.id])).filter((row) => row.state === 'enrolled')
  for (const place of enrolled) await beginPlace(work, held, place, await holdTrajectoryOf(work, place))
  await saveGroup(tx, held.group, { state, started_on: today, start_size: enrolled.length })
}

/** One woman begins. Both rows are held. */
export async function beginPlace(
  work: Work,
  { group }: Pick<HeldGroup, 'group'>,
  place: PlaceRow,
  trajectory: TrajectoryRow,
): Promise<void> {
  const { tx, orgId, today } = work
  const state = stepPlace(placeStateOf(place), 'begin')
  if (isRefusal(state)) throw new Refused(state.refused)
  await savePlace(tx, place, { state })
  const definition = definitionOf(work, trajectory)
  if (definition.shape.value !== 'closed_group') return
  const active = stepTo(trajectoryStateOf(trajectory), 'start')
  if (isRefusal(active)) throw new Refused(active.refused)
  const child = await childDates(work, trajectory)
  const last = (await findSessions(tx, orgId, [group.id])).findLast((row) => row.state !== 'cancelled')
  const begun = {
    state: active,
    started_on: today,
    // She goes on until the last session, unless the programme itself ends earlier.
    ends_on: courseEnd(definition, child, today, null) ?? last?.on_day ?? null,
  }
  const { leading } = await settlePhases(work, { ...trajectory, ...begun }, definition, child)
  const started = { ...begun, phase: leading ?? trajectory.phase }
  await saveTrajectory(tx, trajectory, started)
  await planTrajectory(work, { ...trajectory, ...started }, definition, child)
  await tellReferrer(work, trajectory.referral_id, 'started')
}
