import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may read the access log (domain.md 2.4): all of it the privacy officer, of one file who is in charge of it. */
export const auditPolicy = {
  readAll: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
  /** Whether it is whole: the privacy officer, and Naast itself when whoever runs it asks. */
  check: (actor: Actor) => isMemberWith(actor, 'privacy_officer') || actor.kind === 'system',
  seal: (actor: Actor) => actor.kind === 'system',
  readOfFile: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
