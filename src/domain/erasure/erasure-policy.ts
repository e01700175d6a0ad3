import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may do what with erasing. Who knows the woman asks, the privacy officer decides; a safeguarding lead may hold
 * what must be kept, and a privacy officer may lift that again.
 */
export const erasurePolicy = {
  ask: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  decide: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'privacy_officer'),
  hold: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  endHold: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead', 'privacy_officer'),
  /** What past its term is put away and destroyed: seen and taken out again by the privacy officer alone. */
  retention: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
  /** Whether Naast does so by itself, and which laws bind: two of these, and none of them alone. */
  setRetention: (actor: Actor) => isMemberWith(actor, 'privacy_officer', 'programme_manager'),
  act: (actor: Actor) => actor.kind === 'system',
  /** Keeping the list outside the database, and erasing anew what a backup brought back. */
  follow: (actor: Actor) => actor.kind === 'system',
} as const
