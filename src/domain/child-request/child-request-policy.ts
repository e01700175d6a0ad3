import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** A request for a child's file is for two roles; each step for the one that must be able to answer for it. */
export const childRequestPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
  register: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
  /** Who asks, with what authority, what is written, and that it was handed over. */
  handle: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
  /** Whether it is safe, for her and for the child. */
  judgeSafety: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead'),
  approve: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
  end: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'safeguarding_lead'),
} as const
