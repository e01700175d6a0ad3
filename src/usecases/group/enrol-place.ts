import { z } from 'zod'
import { saveSeatsTaken } from '#db/group.ts'
import { findPlaces, savePlace } from '#db/group-place.ts'
import { findSessions } from '#db/group-session.ts'
import { stepPlace } from '#domain/group/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { mayComeIn, seatsOf } from '#domain/group/group-size.ts'
import { mayBeCandidate } from '#domain/group/may-be-candidate.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { beginPlace } from '#usecases/group/begin-group.ts'
import { gatesOfPlace } from '#usecases/group/gates-of-places.ts'
import { groupStateOf, placeStateOf, takenIn } from '#usecases/group/group-states.ts'
import { aboutSeats, holdPlace } from '#usecases/group/held-group.ts'
import { stopIfBlocked } from '#usecases/signal/stop-if-blocked.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Gives a candidate her seat, if there is one and nothing stands in the way. The group is held, so that two
 * coordinators can't give away the same seat. In a group that runs she begins at once.
 */
export const enrolPlace = command({
  name: 'enrol-place',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { tx, orgId, actor, today } = work
    const held = await holdPlace(work, id, version)
    const { group, rules, place, trajectory } = held
    const state = stepPlace(placeStateOf(place), 'enrol')
    if (isRefusal(state)) throw new Refused(state.refused)
    if (!mayBeCandidate(definitionOf(work, trajectory), trajectory.state))
      throw new Refused('place-not-waiting')
    const places = await findPlaces(tx, orgId, [group.id])
    aboutSeats(work, places)
    const sessions = await findSessions(tx, orgId, [group.id])
    const taken = takenIn(group, places)
    const allowed = mayComeIn(rules, {
      state: groupStateOf(group),
      seats: group.seats,
      taken,
      held: sessions.filter((row) => row.state === 'held').length,
    })
    if (isRefusal(allowed)) throw new Refused(allowed.refused, { max: seatsOf(rules, group.seats) })
    const gates = await gatesOfPlace(work, trajectory, place, places, 'now')
    if (gates.length > 0) throw new Refused('place-gates-closed', { count: gates.length })
    const enrolled = {
      state,
      enrolled_on: today,
      enrolled_by: actor.kind === 'member' ? actor.memberId : null,
    }
    await savePlace(tx, place, enrolled)
    await saveSeatsTaken(tx, group, taken + 1)
    await stopIfBlocked(work, trajectory, 'group')
    if (group.state === 'running')
      await beginPlace(work, held, { ...place, ...enrolled, version: place.version + 1 }, trajectory)
    return { groupId: group.id }
  },
})
