import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { goodEndings } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid } from '#usecases/failure.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { answeredNow, matchTasks } from '#usecases/match/match-tasks.ts'
import { takeMatchStep } from '#usecases/match/take-match-step.ts'
import { command } from '#usecases/use-case.ts'

/**
 * The last visit was held, and it is said where it came to. After this her trajectory is closed, with its own questions,
 * and the match ends with it; or it goes on without this match, and she waits or rests.
 */
export const holdLastVisit = command({
  name: 'hold-last-visit',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    on: dayInput,
    reason: z.enum(goodEndings),
  }),
  async run(work, { id, version, on, reason }) {
    const { match, trajectory } = await holdMatch(work, await findMatch(work.tx, work.actor, id), version)
    if (isBefore(work.today, on)) throw new Invalid({ on: 'day-to-come' })
    if (match.started_on && isBefore(on, match.started_on)) throw new Invalid({ on: 'before-the-match' })
    await takeMatchStep(
      work,
      match,
      'hold-last-visit',
      { on, reason },
      {
        last_visit_held_on: on,
        end_reason: reason,
      },
    )
    await answeredNow(work, trajectory.id, [matchTasks.lastVisit])
    return { matchId: id, trajectoryId: trajectory.id }
  },
})
