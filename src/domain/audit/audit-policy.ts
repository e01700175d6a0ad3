import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may read the access log (domain.md 2.4): all of it the privacy officer, of one file who is in charge of it. */
export const auditPolicy = {
  readAll: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
  readOfFile: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
