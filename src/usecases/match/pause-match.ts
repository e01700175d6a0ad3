import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { saveTrajectory } from '#db/trajectory.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { longestPause, pauseReasons } from '#domain/match/pause.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import { versionInput } from '#domain/version.ts'
import { skipPlannedContacts } from '#usecases/contact/settle-contacts.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { restMatch } from '#usecases/match/rest-match.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Lets visits rest until a day, with the trajectory they belong to; or lets them rest longer. What was planned is left
 * out and nothing is late meanwhile; her worker keeps her place, for she comes back to the same one.
 */
export const pauseMatch = command({
  name: 'pause-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    reason: z.enum(pauseReasons),
    /** When it is expected to go on; on that day somebody looks at it again. */
    until: dayInput,
  }),
  async run(work, { id, version, reason, until }) {
    const { tx, actor, today } = work
    const { match, trajectory } = await holdMatch(work, await findMatch(tx, actor, id), version)
    const state = trajectoryStateOf(trajectory)
    const paused = state === 'paused' ? state : stepTo(state, 'pause')
    if (isRefusal(paused)) throw new Refused(paused.refused)
    if (!isBefore(today, until)) throw new Invalid({ until: 'day-passed' })
    if (isBefore(today.add(longestPause), until)) throw new Invalid({ until: 'too-far-ahead' })
    await restMatch(work, match, { reason, until })
    await skipPlannedContacts(work, trajectory)
    await saveTrajectory(tx, trajectory, { state: paused, next_contact_on: null })
    return { matchId: id }
  },
})
