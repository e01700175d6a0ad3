import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may look at the shelf, and who answers for the permissions on it: whoever makes programmes. */
export const instrumentPolicy = {
  read: (actor: Actor) =>
    isMemberWith(actor, 'coordinator', 'programme_manager', 'administrator', 'safeguarding_lead'),
  permit: (actor: Actor) => isMemberWith(actor, 'programme_manager', 'administrator'),
} as const
