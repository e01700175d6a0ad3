import type { Told } from '#domain/closure/told-at-end.ts'
import type { DayNumber } from '#domain/day.ts'
import type { PlanSources } from '#domain/plan/plan-facts.ts'
import type { Facts } from '#domain/programme/expression.ts'
import type { ContactRun } from '#domain/signal/contact-run.ts'
import type { Deed } from '#domain/signal/signal.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'
import type { SeenGate } from '#domain/worker/gates.ts'

/**
 * What is written down about one trajectory, as days and counts: everything its rules ask is worked out from this and a
 * day, so that the clock can be asked ahead. What nobody wrote down is `null` and stays unknown. Every day is its number.
 */
export interface CaseSources {
  readonly state: TrajectoryState
  readonly phase: string | null
  readonly receivedOn: DayNumber | null
  /** The intake was held. */
  readonly intakeOn: DayNumber | null
  readonly startedOn: DayNumber | null
  readonly closedOn: DayNumber | null
  /** The days by which the programme counts for her now; none once nothing about a child may be said. */
  readonly child: { readonly bornOn: DayNumber | null; readonly dueOn: DayNumber | null }
  /** Her child has a file of its own. */
  readonly childAdded: boolean
  readonly visitsDone: number
  readonly lastContactOn: DayNumber | null
  /** While visits wind down: the day by which the next of those that were agreed is due. */
  readonly agreedDueOn: DayNumber | null
  readonly run: ContactRun
  /** Visits much shorter or longer than the programme means them to be. */
  readonly outsideMinutes: number
  readonly languages: readonly string[]
  /** She asked for an interpreter. */
  readonly interpreter: boolean
  /** Who stands beside her; `null` if nobody does. */
  readonly worker: {
    readonly languages: readonly string[]
    readonly gates: readonly SeenGate<DayNumber>[]
    /** The introduction: coordinator, worker and mother together. */
    readonly metOn: DayNumber | null
    /** The last talk with a coordinator, and the last that was supervision; whichever women it was about. */
    readonly spokenOn: DayNumber | null
    readonly supervisedOn: DayNumber | null
  } | null
  /** How often somebody else took over from the one before. */
  readonly workerChanges: number
  /** The phases that go on, and since when. */
  readonly phases: readonly { readonly id: string; readonly since: DayNumber }[]
  /** Help beside the programme that goes on, and when it was last asked after. */
  readonly care: readonly { readonly type: string; readonly checkedOn: DayNumber }[]
  /** The day on which her agreement on contact was last confirmed. */
  readonly safeContactOn: DayNumber | null
  /** Measuring moments with a questionnaire that is neither taken nor declined, of all that are planned. */
  readonly moments: { readonly planned: readonly string[]; readonly open: readonly string[] }
  /** Somebody decided, with a reason, that it may last longer. */
  readonly extended: boolean
  /** The last day on which anything was written down or decided. */
  readonly activeOn: DayNumber | null
  /** The last day on which somebody wrote down that this was done. */
  readonly deeds: Partial<Readonly<Record<Deed, DayNumber>>>
  /** A message to her was stopped by her agreement on contact, and nobody has found another way yet. */
  readonly unsafeMessage: boolean
  /** The last day on which she and her coach filled in the grid of adversities. */
  readonly gridOn: DayNumber | null
  /** The plan she has, or had last. */
  readonly plan: PlanSources | null
  /** Materials that she and her coach began on. */
  readonly begunMaterials: readonly string[]
  /** She sat down with whoever goes on beside her: a warm handover was held. */
  readonly handedOver: boolean
  /** What somebody worries about: whether danger is open, and since when a worker waits for an answer. */
  readonly concern: { readonly danger: boolean; readonly waitsSince: DayNumber | null }
  /** The day on which the oldest red flag was noted that nobody has looked at. */
  readonly redFlagSince: DayNumber | null
  /** How often the children were asked after, and whether at intake; `null` while nothing about children is asked. */
  readonly kindchecks: { readonly atIntake: boolean; readonly count: number } | null
  /** There is a safety plan. */
  readonly safetyPlan: boolean
  /** How it was closed; `null` before. */
  readonly closure: {
    readonly reason: string | null
    readonly evaluation: string | null
    /** What only the person who closed could tell. */
    readonly told: Told
  } | null
  /** The last day on which she was in a group. */
  readonly groupAttendedOn: DayNumber | null
  /** What is known of her group and of her in it. */
  readonly group: Facts
  /** What was asked at intake, as answered, and what is counted from that. */
  readonly asked: Facts
}
