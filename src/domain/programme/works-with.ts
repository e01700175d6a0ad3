import { asksHandover } from '#domain/handover/handover.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'

/** What a programme may work with beside contacts: a plan, a grid of what is going on, a warm handover, help asked elsewhere. */
export interface WorksWith {
  readonly plan: boolean
  readonly grid: boolean
  readonly handover: boolean
  /** Help that a party outside decides about. */
  readonly arrangements: boolean
  /** Experts who think along. */
  readonly consultations: boolean
}

/** Which of these there is for a trajectory; nobody is handed over before it started. */
export const worksWith = (definition: ProgrammeDefinition, state: TrajectoryState): WorksWith => ({
  plan: definition.plan !== undefined,
  grid: definition.adversityGrid !== undefined,
  handover: asksHandover(definition) && state !== 'intake' && state !== 'waiting',
  arrangements: definition.arrangements.length > 0 && state !== 'intake',
  consultations: definition.consultations.length > 0 && state !== 'intake',
})
