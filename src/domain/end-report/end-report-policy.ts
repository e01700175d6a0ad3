import type { Actor } from '#domain/member/actor.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'

/** As of the plan that it reports on: who works with her writes, and a coordinator who wrote nothing in it approves. */
export const endReportPolicy = {
  read: planPolicy.read,
  write: planPolicy.write,
  approve: (actor: Actor) => planPolicy.approve(actor),
} as const
