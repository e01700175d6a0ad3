import { z } from 'zod'
import { findMatch, saveMatch } from '#db/match.ts'
import { stepMatch } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { command } from '#usecases/use-case.ts'

/** Takes a proposal back before it began. Nobody said no, so the same two may be proposed again. */
export const withdrawMatch = command({
  name: 'withdraw-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { match } = await holdMatch(work, await findMatch(work.tx, work.actor, id), version)
    const state = stepMatch(matchStateOf(match), 'withdraw')
    if (isRefusal(state)) throw new Refused(state.refused)
    await saveMatch(work.tx, match, { state, ended_on: work.today })
    return { matchId: id, trajectoryId: match.trajectory_id }
  },
})
