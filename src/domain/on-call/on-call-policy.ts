import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who keeps the on-call list: coordinators among themselves, and the programme manager; a safeguarding lead is on it. */
export const onCallPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'programme_manager'),
  change: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
} as const
