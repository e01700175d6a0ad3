import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { dayInput, isBefore, laterOf } from '#domain/day.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { longestTaper, remindBeforeDays } from '#domain/match/taper.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid } from '#usecases/failure.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { askLater, matchTasks } from '#usecases/match/match-tasks.ts'
import { planLastVisit } from '#usecases/match/plan-last-visit.ts'
import { matchStateOf } from '#usecases/match/states.ts'
import { takeMatchStep } from '#usecases/match/take-match-step.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Plans the ending together: a day for the last visit that everybody knows, and visits that come less often until then
 * as the programme says. Also moves that day. Her coordinator is reminded when it comes near.
 */
export const taperMatch = command({
  name: 'taper-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: versionInput, lastVisitOn: dayInput }),
  async run(work, { id, version, lastVisitOn }) {
    const { today } = work
    const { match, trajectory } = await holdMatch(work, await findMatch(work.tx, work.actor, id), version)
    if (isBefore(lastVisitOn, today)) throw new Invalid({ lastVisitOn: 'day-passed' })
    if (isBefore(today.add(longestTaper), lastVisitOn)) throw new Invalid({ lastVisitOn: 'too-far-ahead' })
    const step = matchStateOf(match) === 'tapering' ? 'move-last-visit' : 'taper'
    await takeMatchStep(
      work,
      match,
      step,
      { until: lastVisitOn },
      {
        tapering_from: match.tapering_from ?? today,
        last_visit_on: lastVisitOn,
        last_visit_held_on: null,
        end_reason: null,
      },
    )
    await planLastVisit(work, trajectory, match, lastVisitOn)
    const remindOn = laterOf(today, lastVisitOn.subtract({ days: remindBeforeDays }))
    await askLater(work, trajectory.id, matchTasks.lastVisit, remindOn)
    return { matchId: id }
  },
})
