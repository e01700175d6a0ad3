import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'

/** Who helps a colleague who can't get in. Anybody may ask for herself, and stop what was asked about her. */
export const recoveryPolicy = {
  help: (actor: Actor) => isMemberWith(actor, 'administrator', 'coordinator'),
  own: (actor: Actor) => isMemberWith(actor, ...roles),
} as const
