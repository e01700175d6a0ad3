import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { answeredNow, matchTasks } from '#usecases/match/match-tasks.ts'
import { planLastVisit } from '#usecases/match/plan-last-visit.ts'
import { takeMatchStep } from '#usecases/match/take-match-step.ts'
import { command } from '#usecases/use-case.ts'

/** It isn't time to end after all: visits come as often as they did, and the last one is a day like others. */
export const stopTapering = command({
  name: 'stop-tapering',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { match, trajectory } = await holdMatch(work, await findMatch(work.tx, work.actor, id), version)
    const nothing = { tapering_from: null, last_visit_on: null, last_visit_held_on: null, end_reason: null }
    await takeMatchStep(work, match, 'go-on-after-all', {}, nothing)
    await planLastVisit(work, trajectory, match, null)
    await answeredNow(work, trajectory.id, [matchTasks.lastVisit], 'not_needed')
    return { matchId: id }
  },
})
