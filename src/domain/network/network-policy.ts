import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who keeps the list of organisations around us and what they offer. Nobody's file stands in it. */
export const networkPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'administrator'),
  manage: (actor: Actor) => isMemberWith(actor, 'coordinator', 'administrator'),
} as const
