import { z } from 'zod'
import { findMatch } from '#db/match.ts'
import { findFirstWait } from '#db/match-life.ts'
import { lockTrajectory, saveTrajectory } from '#db/trajectory.ts'
import { findWorker, lockWorker } from '#db/worker.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { earlierShown } from '#domain/match/earlier-words.ts'
import { changeReasons } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { endMatchRow } from '#usecases/match/end-open-match.ts'
import { goOnWith, longestGap } from '#usecases/match/go-on-with.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { keepEarlierWords } from '#usecases/match/keep-earlier-words.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { stateAfter } from '#usecases/match/take-match-step.ts'
import { command } from '#usecases/use-case.ts'

const day = dayInput.nullish().transform((on) => on ?? null)

/**
 * Somebody else goes on with her: one act that ends one match and begins the next, by the same rules and gates as any
 * other. Whoever met her already begins today; who meets her on a day to come begins after that, and until then she
 * keeps her place on the waiting list. What she wants the next one to read she says here; unsaid it is nothing.
 */
export const handOverMatch = command({
  name: 'hand-over-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    workerId: z.uuid(),
    reason: z.enum(changeReasons),
    /** Both said yes to each other: nobody is handed over unasked. */
    agreed: z.literal(true),
    /** The day on which they met, or meet. */
    meetOn: dayInput,
    /** She wants the one who leaves to come along once more: on this day. */
    jointOn: day,
    /** Begun today on trial until this day. */
    trialUntil: day,
    earlier: z.enum(earlierShown).default('none'),
  }),
  async run(work, { id, version, workerId, reason, meetOn, jointOn, trialUntil, earlier }) {
    const { tx, actor, orgId, today } = work
    const own = { kind: 'system', orgId, job: 'match' } as const
    const seen = await findMatch(tx, actor, id)
    if (!seen || !(await findWorker(tx, actor, workerId))) throw new NotFound()
    if (seen.worker_id === workerId) throw new Refused('match-same-worker')
    await lockTrajectory(tx, own, seen.trajectory_id)
    // In one order, whoever hands over to whom at the same time.
    for (const each of [seen.worker_id, workerId].sort()) await lockWorker(tx, own, each)
    const { match, trajectory } = await holdMatch(work, seen, version)
    const worker = await lockWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    work.about({ person: worker.person_id })
    stateAfter(match, 'hand-over')
    if (isBefore(today.add(longestGap), meetOn)) throw new Invalid({ meetOn: 'too-far-ahead' })
    if (isBefore(meetOn, match.proposed_on)) throw new Invalid({ meetOn: 'before-the-proposal' })
    if (jointOn && isBefore(jointOn, today)) throw new Invalid({ jointOn: 'day-passed' })
    const waited = (await findFirstWait(tx, orgId, trajectory.id)) ?? trajectory.waiting_since ?? today
    const state = trajectoryStateOf(trajectory)
    const waiting = stepTo(state, 'return-to-waiting-list')
    if (isRefusal(waiting)) throw new Refused(waiting.refused)
    await endMatchRow(work, trajectory, match, reason, 'hand-over')
    await keepEarlierWords(work, trajectory.id, earlier)
    const nextId = await goOnWith(
      work,
      { before: match, trajectory, worker },
      { meetOn, jointOn, trialUntil },
    )
    const begun = !isBefore(today, meetOn)
    if (!begun)
      await saveTrajectory(tx, trajectory, {
        state: waiting,
        worker_id: null,
        waiting_since: waited,
        next_contact_on: null,
      })
    return { matchId: nextId, trajectoryId: trajectory.id, begun }
  },
})
