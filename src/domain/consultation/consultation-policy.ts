import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'

/** Who asks an expert to think along; about whom, `visibleTrajectories` decides. */
export const consultationPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  write: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** Asking with her name is sharing something of her. */
  name: sharingPolicy.share,
} as const
