import { type ActionPlanRow, lockPlan } from '#db/plan.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface WithPlan {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  readonly terms: NonNullable<ProgrammeDefinition['plan']>
  /** Who does this: a decision has somebody who took it. */
  readonly memberId: string
}
export interface HeldPlan extends WithPlan {
  readonly plan: ActionPlanRow
}

/**
 * A trajectory whose programme works with a plan, held until the transaction ends, her key loaded. Elsewhere there is
 * no plan to speak of.
 */
export async function holdWithPlan(work: Work, trajectoryId: string): Promise<WithPlan> {
  const { actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const trajectory = await lockTrajectory(work.tx, actor, trajectoryId)
  if (!trajectory) throw new NotFound()
  const definition = definitionOf(work, trajectory)
  if (!definition.plan) throw new NotFound()
  aboutTrajectory(work, trajectory)
  if (trajectory.state === 'closed') throw new Refused('not-from-this-state')
  await work.vault.load([trajectory.person_id])
  return { trajectory, definition, terms: definition.plan, memberId: actor.memberId }
}

/** Her plan as the page had it: refuses if something was changed in it since. */
export async function holdPlan(work: Work, trajectoryId: string, version: number): Promise<HeldPlan> {
  const held = await holdWithPlan(work, trajectoryId)
  const plan = await lockPlan(work.tx, work.orgId, trajectoryId)
  if (!plan) throw new NotFound()
  if (plan.version !== version) throw new Refused('changed-meanwhile')
  return { ...held, plan }
}
