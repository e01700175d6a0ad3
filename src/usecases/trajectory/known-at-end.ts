import { listHandoverRows } from '#db/handover.ts'
import { findPlan } from '#db/plan.ts'
import { listPlanGoals } from '#db/plan-part.ts'
import type { Told } from '#domain/closure/told-at-end.ts'
import { asksHandover } from '#domain/handover/handover.ts'
import { goalsMet } from '#domain/plan/goal-attainment.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'

export interface KnownAtEnd {
  /** What is written down already, so that nobody has to tell it. */
  readonly told: Told
  /** Whether she reached what stands in her plan; `null` without one, or as long as it was not looked at. */
  readonly goalsMet: boolean | null
}

/** What her plan and a talk of three say of the end. Whoever asks has found the trajectory as hers to see. */
export async function knownAtEnd(
  { tx, orgId, actor }: Work,
  definition: ProgrammeDefinition,
  trajectoryId: string,
): Promise<KnownAtEnd> {
  const plan = definition.plan && (await findPlan(tx, orgId, trajectoryId))
  const goals = plan ? await listPlanGoals(tx, actor, plan.id) : []
  const handovers = asksHandover(definition) ? await listHandoverRows(tx, orgId, trajectoryId) : []
  return {
    told: {
      ...(plan ? { planClosed: plan.state === 'closed' } : {}),
      ...(handovers.some(({ held_on }) => held_on !== null) ? { handover: true } : {}),
    },
    goalsMet: goalsMet(goals.filter(({ let_go_on }) => let_go_on === null)),
  }
}
