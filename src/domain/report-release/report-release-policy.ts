import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may have counts leave: whoever answers for a programme prepares them, and a second person, who answers for a
 * programme or for privacy, lets them go.
 */
export const reportReleasePolicy = {
  prepare: (actor: Actor) => isMemberWith(actor, 'programme_manager'),
  release: (actor: Actor) => isMemberWith(actor, 'programme_manager', 'privacy_officer'),
  read: (actor: Actor) => isMemberWith(actor, 'programme_manager', 'privacy_officer'),
} as const
