import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { takeMatchStep } from '#usecases/match/take-match-step.ts'
import { command } from '#usecases/use-case.ts'

/** Takes a proposal back before it began. Nobody said no, so the same two may be proposed again. */
export const withdrawMatch = command({
  name: 'withdraw-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { match } = await holdMatch(work, await findMatch(work.tx, work.actor, id), version)
    await takeMatchStep(work, match, 'withdraw', {}, { ended_on: work.today })
    return { matchId: id, trajectoryId: match.trajectory_id }
  },
})
