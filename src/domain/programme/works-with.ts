import { asksHandover } from '#domain/handover/handover.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'

/** What a programme may work with beside contacts: a plan, a grid of what is going on, a warm handover, help asked elsewhere. */
export interface WorksWith {
  readonly plan: boolean
  readonly grid: boolean
  /** A picture of whom she can lean on. */
  readonly circle: boolean
  readonly handover: boolean
  /** Help that a party outside decides about. */
  readonly arrangements: boolean
  /** Experts who think along. */
  readonly consultations: boolean
  /** Parties that take something upon themselves for her, in any of these ways. */
  readonly parties: boolean
}

/** Which of these there is for a trajectory; nobody is handed over before it started. */
export function worksWith(definition: ProgrammeDefinition, state: TrajectoryState): WorksWith {
  const begun = state !== 'intake' && state !== 'waiting'
  const [plan, handover] = [definition.plan !== undefined, asksHandover(definition)]
  const arrangements = definition.arrangements.length > 0
  const consultations = definition.consultations.length > 0
  return {
    plan,
    grid: definition.adversityGrid !== undefined,
    circle: definition.circle !== undefined,
    handover: handover && begun,
    arrangements: arrangements && state !== 'intake',
    consultations: consultations && state !== 'intake',
    parties: plan || handover || arrangements || consultations,
  }
}
