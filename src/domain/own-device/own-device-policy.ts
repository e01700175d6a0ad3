import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who takes her measures gives her the code; what her device then does, it does with nobody signed in. */
export const ownDevicePolicy = {
  open: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  answer: (actor: Actor) => actor.kind === 'visitor' && actor.door === 'own_device',
} as const
