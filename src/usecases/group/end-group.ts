import { z } from 'zod'
import { saveGroup } from '#db/group.ts'
import { findPlaces, savePlace } from '#db/group-place.ts'
import { findSessions, saveSession } from '#db/group-session.ts'
import { stepGroup, stopReasons } from '#domain/group/group.ts'
import { mayPlaceStep, openPlaceStates } from '#domain/group/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { backToWaiting, endPlaceRow } from '#usecases/group/end-open-place.ts'
import { groupStateOf, placeStateOf } from '#usecases/group/group-states.ts'
import { holdGroup, holdTrajectoryOf } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Ends a group. Completed: everything that was planned took place, and each of the women is now closed for herself,
 * with her own evaluation. Stopped: it says why, and who sat in it waits for another group.
 */
export const endGroup = command({
  name: 'end-group',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    how: z.enum(['complete', 'stop']),
    reason: z.enum(stopReasons).nullable().default(null),
  }),
  async run(work, { id, version, how, reason }) {
    const { tx, orgId, actor, today } = work
    const { group, rules } = await holdGroup(work, id, version)
    const state = stepGroup(groupStateOf(group), how)
    if (isRefusal(state)) throw new Refused(state.refused)
    if (how === 'stop' && reason === null) throw new Invalid({ reason: 'choose-one' })
    const left = (await findSessions(tx, orgId, [id])).filter((row) => row.state === 'planned')
    if (how === 'complete' && !rules.open.value && left.length > 0)
      throw new Refused('group-sessions-left', { count: left.length })
    for (const row of left) await saveSession(tx, row, { state: 'cancelled', cancel_code: 'group_ended' })
    const open = (await findPlaces(tx, orgId, [id])).filter((row) =>
      openPlaceStates.some((one) => one === row.state),
    )
    for (const place of open) {
      const trajectory = await holdTrajectoryOf(work, place)
      if (how === 'complete' && mayPlaceStep(placeStateOf(place), 'complete'))
        await savePlace(tx, place, { state: 'completed', ended_on: today, end_code: 'group_completed' })
      else {
        await endPlaceRow(work, place, how === 'complete' ? 'group_completed' : 'group_stopped')
        await backToWaiting(work, place, trajectory)
      }
    }
    await saveGroup(tx, group, {
      state,
      ended_on: today,
      ended_by: actor.kind === 'member' ? actor.memberId : null,
      end_code: how === 'stop' ? reason : 'completed',
    })
    return { state }
  },
})
