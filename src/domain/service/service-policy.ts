import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Keys of other systems are an administrator's business; recognising one is Naast's own, before anybody is known. */
export const servicePolicy = {
  manage: (actor: Actor) => isMemberWith(actor, 'administrator'),
  recognise: (actor: Actor) => actor.kind === 'system',
} as const
