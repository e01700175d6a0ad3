import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { saveTrajectory } from '#db/trajectory.ts'
import { changeReasons, stepMatch } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { endMatchRow } from '#usecases/match/end-open-match.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { matchStateOf, trajectoryStateOf } from '#usecases/match/states.ts'
import { command } from '#usecases/use-case.ts'

/** Ends a match while her trajectory goes on: she is back on the waiting list today, and nothing of hers is lost. */
export const endMatch = command({
  name: 'end-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    reason: z.enum(changeReasons),
  }),
  async run(work, { id, version, reason }) {
    const { match, trajectory } = await holdMatch(work, await findMatch(work.tx, work.actor, id), version)
    const state = stepMatch(matchStateOf(match), 'end')
    if (isRefusal(state)) throw new Refused(state.refused)
    const waiting = stepTo(trajectoryStateOf(trajectory), 'return-to-waiting-list')
    if (isRefusal(waiting)) throw new Refused(waiting.refused)
    await endMatchRow(work, match, reason)
    await saveTrajectory(work.tx, trajectory, {
      state: waiting,
      worker_id: null,
      waiting_since: work.today,
      next_contact_on: null,
    })
    return { trajectoryId: trajectory.id }
  },
})
