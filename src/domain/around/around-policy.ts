import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who writes down and reads who is around her: who watches over trajectories, never who stands beside her (security.md
 * 3.2: a mentor learns no partner's identity). Whom the list is about does not read it, whatever his role.
 */
export const aroundPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  change: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
