import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export const teamPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'administrator'),
  manage: (actor: Actor) => isMemberWith(actor, 'coordinator', 'administrator'),
  /** Which trajectory belongs to which team is about women, not about the organisation. */
  place: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  /** What her own teams do, for a coach; the names of whom, as far as the programme shows them. */
  seeWork: (actor: Actor) => isMemberWith(actor, 'worker') && actor.workerId !== null,
} as const
