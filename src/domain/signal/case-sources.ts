import type { Day } from '#domain/day.ts'
import type { Facts } from '#domain/programme/expression.ts'
import type { ContactRun } from '#domain/signal/contact-run.ts'
import type { Deed } from '#domain/signal/signal.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'
import type { SeenGate } from '#domain/worker/gates.ts'

/**
 * What is written down about one trajectory, as days and counts: everything its rules ask is worked out from this and a
 * day, so that the clock can be asked ahead. What nobody wrote down is `null` and stays unknown.
 */
export interface CaseSources {
  readonly state: TrajectoryState
  readonly phase: string | null
  readonly receivedOn: Day
  /** The intake was held. */
  readonly intakeOn: Day | null
  readonly startedOn: Day | null
  readonly closedOn: Day | null
  readonly child: { readonly bornOn: Day | null; readonly dueOn: Day | null }
  readonly visitsDone: number
  readonly lastContactOn: Day | null
  readonly run: ContactRun
  /** Visits much shorter or longer than the programme means them to be. */
  readonly outsideMinutes: number
  readonly languages: readonly string[]
  /** She asked for an interpreter. */
  readonly interpreter: boolean
  /** Who stands beside her; `null` if nobody does. */
  readonly worker: {
    readonly languages: readonly string[]
    readonly gates: readonly SeenGate[]
    /** The introduction: coordinator, worker and mother together. */
    readonly metOn: Day | null
  } | null
  /** The last day on which somebody wrote down that this was done. */
  readonly deeds: Partial<Readonly<Record<Deed, Day>>>
  /** A message to her was stopped by her agreement on contact, and nobody has found another way yet. */
  readonly unsafeMessage: boolean
  /** How the closing says it was with the evaluation; `null` before. */
  readonly evaluation: string | null
  /** What was asked at intake, as answered. */
  readonly asked: Facts
}
