import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may bring in a list: whoever keeps it today, the coordinator. */
export const importPolicy = {
  use: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const
