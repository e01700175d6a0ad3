import { z } from 'zod'
import { findMatch, saveMatch } from '#db/match.ts'
import { saveTrajectory } from '#db/trajectory.ts'
import { isBefore } from '#domain/day.ts'
import { stepMatch } from '#domain/match/match.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { courseEnd } from '#domain/trajectory/course-end.ts'
import { stepTo } from '#domain/trajectory/trajectory.ts'
import { versionInput } from '#domain/version.ts'
import { stepWorker } from '#domain/worker/worker.ts'
import { planTrajectory } from '#usecases/contact/plan-trajectory.ts'
import { Refused } from '#usecases/failure.ts'
import { checkPair } from '#usecases/match/check-pair.ts'
import { holdMatch } from '#usecases/match/hold-match.ts'
import { matchStateOf, trajectoryStateOf } from '#usecases/match/states.ts'
import { tellReferrer } from '#usecases/message/tell-referrer.ts'
import { settlePhases } from '#usecases/phase/settle-phases.ts'
import { childDates } from '#usecases/pregnancy/pregnancy-file.ts'
import { stopIfBlocked } from '#usecases/signal/stop-if-blocked.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { takeStep } from '#usecases/worker/take-step.ts'

/**
 * Begins a match after the two have met: her trajectory becomes active with this worker, the programme puts its
 * contacts and measures in the plan, and the one who referred hears that it began, if she agreed to that. Everything
 * that had to be in order when the pair was proposed is looked at again: a VOG may have expired since.
 */
export const startMatch = command({
  name: 'start-match',
  action: 'update',
  may: matchPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { tx, actor, today } = work
    const { match, trajectory, worker } = await holdMatch(work, await findMatch(tx, actor, id), version)
    const state = stepMatch(matchStateOf(match), 'start')
    if (isRefusal(state)) throw new Refused(state.refused)
    const active = stepTo(trajectoryStateOf(trajectory), 'start')
    if (isRefusal(active)) throw new Refused(active.refused)
    if (!match.introduction_on || isBefore(today, match.introduction_on))
      throw new Refused('match-not-introduced')
    const definition = definitionOf(work, trajectory)
    await checkPair(work, definition, trajectory, worker, match)
    const child = await childDates(work, trajectory)
    const begun = {
      state: active,
      worker_id: worker.id,
      started_on: today,
      ends_on: courseEnd(definition, child, today, null),
    }
    const { leading } = await settlePhases(work, { ...trajectory, ...begun }, definition, child)
    const started = { ...begun, phase: leading ?? trajectory.phase }
    await saveMatch(tx, match, { state, started_on: today })
    await saveTrajectory(tx, trajectory, started)
    await stopIfBlocked(work, trajectory, 'match')
    const busy = stepWorker(workerState(worker), 'begin')
    if (!isRefusal(busy)) await takeStep(work, worker, { step: 'begin', to: busy })
    await planTrajectory(work, { ...trajectory, ...started }, definition, child)
    const referrer = await tellReferrer(work, trajectory.referral_id, 'started')
    return { trajectoryId: trajectory.id, referrer }
  },
})
