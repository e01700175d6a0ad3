import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who works with her plan and her grid; whose she sees at all, `visibleTrajectories` decides. */
export const planPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  write: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** Approves and closes; never what she wrote in herself (`mayApprove`). */
  approve: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const
