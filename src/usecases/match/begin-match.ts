import { saveTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { longestTrial } from '#domain/match/trial.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { isRefusal } from '#domain/refusal.ts'
import { courseEnd } from '#domain/trajectory/course-end.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'
import { stepWorker } from '#domain/worker/worker.ts'
import { planTrajectory } from '#usecases/contact/plan-trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid } from '#usecases/failure.ts'
import type { HeldMatch } from '#usecases/match/hold-match.ts'
import { askLater, matchTasks } from '#usecases/match/match-tasks.ts'
import { takeMatchStep } from '#usecases/match/take-match-step.ts'
import { settlePhases } from '#usecases/phase/settle-phases.ts'
import { childDates } from '#usecases/pregnancy/pregnancy-file.ts'
import { stopIfBlocked } from '#usecases/signal/stop-if-blocked.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { takeStep } from '#usecases/worker/take-step.ts'

/** A day until which two try it out: to come, and no longer than a trial may be. */
export function trialProblem(today: Day, until: Day): string | null {
  if (!isBefore(today, until)) return 'day-passed'
  return isBefore(today.add(longestTrial), until) ? 'too-far-ahead' : null
}

interface Beginning {
  readonly definition: ProgrammeDefinition
  /** The trajectory's state from here, since when it runs and until when. */
  readonly begun: { readonly state: TrajectoryState; readonly started_on: Day; readonly ends_on: Day | null }
  /** On trial until this day; `null`: at once for good. */
  readonly trialUntil: Day | null
}

/** From today until the programme's own end. */
export const begunToday = async (work: Work, trajectory: TrajectoryRow, definition: ProgrammeDefinition) => ({
  started_on: work.today,
  ends_on: courseEnd(definition, await childDates(work, trajectory), work.today, null),
})

/**
 * Two who met begin: her trajectory has this worker, and the programme puts its contacts and measures in the plan. The
 * caller held the pair against the rules and holds all three rows.
 */
export async function beginMatch(work: Work, held: HeldMatch, how: Beginning): Promise<void> {
  const { match, trajectory, worker } = held
  const { definition, trialUntil } = how
  const { today } = work
  const problem = trialUntil && trialProblem(today, trialUntil)
  if (problem) throw new Invalid({ trialUntil: problem })
  const child = await childDates(work, trajectory)
  const begun = { ...how.begun, worker_id: worker.id }
  const { leading } = await settlePhases(work, { ...trajectory, ...begun }, definition, child)
  const started = { ...begun, phase: leading ?? trajectory.phase }
  await takeMatchStep(
    work,
    match,
    trialUntil ? 'begin-trial' : 'start',
    { until: trialUntil },
    { started_on: today, trial_until: trialUntil, waited_since: trajectory.waiting_since },
  )
  if (trialUntil) await askLater(work, trajectory.id, matchTasks.trialEnds, trialUntil)
  await saveTrajectory(work.tx, trajectory, started)
  await stopIfBlocked(work, trajectory, 'match')
  const busy = stepWorker(workerState(worker), 'begin')
  if (!isRefusal(busy)) await takeStep(work, worker, { step: 'begin', to: busy })
  await planTrajectory(work, { ...trajectory, ...started } satisfies TrajectoryRow, definition, child)
}
