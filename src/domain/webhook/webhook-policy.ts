import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Webhooks are the business of who manages the keys; sending is Naast's own. */
export const webhookPolicy = {
  manage: (actor: Actor) => isMemberWith(actor, 'administrator'),
  send: (actor: Actor) => actor.kind === 'system',
} as const
