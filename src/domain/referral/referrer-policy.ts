import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who says to which organisation a referrer belongs and which training she has. */
export const referrerPolicy = {
  manage: (actor: Actor) => isMemberWith(actor, 'coordinator', 'administrator'),
} as const
