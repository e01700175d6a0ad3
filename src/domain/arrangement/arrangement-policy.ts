import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who asks a party for help and follows it; for whom, `visibleTrajectories` decides. */
export const arrangementPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  write: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
} as const
