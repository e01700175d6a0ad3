import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { findFirstWait } from '#db/match-life.ts'
import { saveTrajectory } from '#db/trajectory.ts'
import { earlierShown } from '#domain/match/earlier-words.ts'
import { changeReasons } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { endMatchRow } from '#usecases/match/end-open-match.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { keepEarlierWords } from '#usecases/match/keep-earlier-words.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { stateAfter } from '#usecases/match/take-match-step.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Ends a match while her trajectory goes on, without fault of anybody: she waits again, at the place that her first day
 * of waiting gives her or at the end of the list, as her coordinator decides. Nothing of hers is lost.
 */
export const endMatch = command({
  name: 'end-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    reason: z.enum(changeReasons),
    /** Her place on the waiting list. */
    waits: z.enum(['since_first_day', 'since_today']).default('since_first_day'),
    /** What she wants her next worker to read; unsaid leaves it as it was, and that is nothing until she was asked. */
    earlier: z.enum(earlierShown).nullish(),
  }),
  async run(work, { id, version, reason, waits, earlier }) {
    const { tx, orgId, today } = work
    const { match, trajectory } = await holdMatch(work, await findMatch(tx, work.actor, id), version)
    stateAfter(match, 'end')
    const waiting = stepTo(trajectoryStateOf(trajectory), 'return-to-waiting-list')
    if (isRefusal(waiting)) throw new Refused(waiting.refused)
    const first = (await findFirstWait(tx, orgId, trajectory.id)) ?? trajectory.waiting_since ?? today
    await endMatchRow(work, trajectory, match, reason)
    if (earlier) await keepEarlierWords(work, trajectory.id, earlier)
    await saveTrajectory(tx, trajectory, {
      state: waiting,
      worker_id: null,
      waiting_since: waits === 'since_today' ? today : first,
      next_contact_on: null,
    })
    return { trajectoryId: trajectory.id }
  },
})
