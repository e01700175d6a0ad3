import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may do what with concerns. Which ones somebody sees, `visibleConcerns` decides: who watches over trajectories all
 * of them, a worker those that she raised herself about the women she is with.
 */
export const concernPolicy = {
  raise: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  /** Takes it up, says what was done, closes it: never a volunteer (domain.md 2.3). */
  decide: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
