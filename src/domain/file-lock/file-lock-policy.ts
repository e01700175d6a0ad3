import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who sets a lock and who agrees that one is lifted (security.md 3.2). Whom it is against never gets this far: for her
 * there is no file.
 */
export const fileLockPolicy = {
  set: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'privacy_officer'),
  list: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'privacy_officer'),
  askLift: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'privacy_officer'),
  answerLift: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead', 'privacy_officer'),
} as const
