import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid } from '#usecases/failure.ts'
import { checkPair } from '#usecases/match/check-pair.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { stateAfter, takeMatchStep } from '#usecases/match/take-match-step.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'
import { refuseIfAway } from '#usecases/worker/refuse-if-away.ts'

/** How far ahead a first meeting is planned at most; a year further is a slip of the hand. */
const furthest = { months: 6 }

/** Sets the day on which the two meet for the first time, with the coordinator; also moves it. */
export const planIntroduction = command({
  name: 'plan-introduction',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: versionInput, on: dayInput }),
  async run(work, { id, version, on }) {
    const { tx, actor, today } = work
    const { match, trajectory, worker } = await holdMatch(work, await findMatch(tx, actor, id), version)
    stateAfter(match, 'plan-introduction')
    // A meeting that took place yesterday may be written down today.
    if (isBefore(on, match.proposed_on)) throw new Invalid({ on: 'before-the-proposal' })
    if (isBefore(today.add(furthest), on)) throw new Invalid({ on: 'too-far-ahead' })
    await checkPair(work, definitionOf(work, trajectory), trajectory, worker, match)
    await refuseIfAway(work, worker.id, on, 'safe_place')
    await takeMatchStep(work, match, 'plan-introduction', { until: on }, { introduction_on: on })
    return { matchId: id }
  },
})
