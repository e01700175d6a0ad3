import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who draws her circle with her, and who reads it; whose she sees at all, `visibleTrajectories` decides. */
export const circlePolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  write: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
} as const
