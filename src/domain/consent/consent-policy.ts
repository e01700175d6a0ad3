import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may see and change the consent register; which trajectories, `visibleTrajectories` decides. */
export const consentPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  change: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
