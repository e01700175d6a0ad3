import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who reads and who writes the safe-contact agreement (domain.md 2.4, access matrix): a worker reads the rules of
 * her own women, and tells her coordinator when they change.
 */
export const safeContactAccess = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  set: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
