import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export const searchPolicy = {
  /** Whoever sees trajectories may look for one; what she finds is what she may see. */
  search: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'worker'),
  /** Sees all women of the organisation; anyone else is searched for among the few she has. */
  seesAll: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  findWorkers: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const
