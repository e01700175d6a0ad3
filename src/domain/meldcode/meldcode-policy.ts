import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may do what with a meldcode. Which ones somebody sees at all, `visibleMeldcodes` decides: the safeguarding lead
 * all, anybody else those that she handles or was named in, and a volunteer none (domain.md 2.3, security.md 3.2).
 * A worker is let in here because a professional bears the duty herself (4.3 PC-12); that she is one, the use case and
 * the query look at.
 */
export const meldcodePolicy = {
  open: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  /** Sees all of the organisation, hands it to somebody, and reads the figures. */
  lead: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead'),
} as const

/** Handles it: decides, reports, closes, hands it over and names who else may read it. */
export const handles = (actor: Actor, handlerId: string): boolean =>
  meldcodePolicy.lead(actor) || (actor.kind === 'member' && actor.memberId === handlerId)
