import { figuresPolicy } from '#domain/figures/figures-policy.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'

/** Who sees what parties took upon themselves: of one woman who sees her plan, of all together who sees figures. */
export const commitmentPolicy = {
  read: planPolicy.read,
  readAll: figuresPolicy.read,
} as const
