import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { earlierShown } from '#domain/match/earlier-words.ts'
import { changeReasons } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { versionInput } from '#domain/version.ts'
import { endMatchRow } from '#usecases/match/end-open-match.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { keepEarlierWords } from '#usecases/match/keep-earlier-words.ts'
import { stateAfter } from '#usecases/match/take-match-step.ts'
import { waitAgain, waitingPlaceInput } from '#usecases/match/wait-again.ts'
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
    waits: waitingPlaceInput,
    /** What she wants her next worker to read; unsaid leaves it as it was, and that is nothing until she was asked. */
    earlier: z.enum(earlierShown).nullish(),
  }),
  async run(work, { id, version, reason, waits, earlier }) {
    const { match, trajectory } = await holdMatch(work, await findMatch(work.tx, work.actor, id), version)
    stateAfter(match, 'end')
    await endMatchRow(work, trajectory, match, reason)
    if (earlier) await keepEarlierWords(work, trajectory.id, earlier)
    await waitAgain(work, trajectory, waits)
    return { trajectoryId: trajectory.id }
  },
})
