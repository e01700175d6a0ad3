import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who arranges a handover and who checks that help started; whose, `visibleTrajectories` decides. */
export const handoverPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  write: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** Once a trajectory is over, its worker is no longer beside her. */
  check: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const
