import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * A worker goes in and out for herself and nobody else. Who may be called in danger sees who is inside and the alerts of
 * others, never one about herself; a privacy officer only that an address was opened, and why.
 */
export const loneVisitPolicy = {
  go: (actor: Actor) => isMemberWith(actor, 'worker'),
  watch: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  /** That nobody goes to this address alone. */
  rule: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  review: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
  /** A phone with nobody signed in, that was given its way out when she went in. */
  wayOut: (actor: Actor) => actor.kind === 'visitor' && actor.door === 'way_out',
  clock: (actor: Actor) => actor.kind === 'system',
} as const
