import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may do what with red flags, kindcheck and safety plan. A worker notes red flags at a visit and reads none of it
 * (security.md 3.2, field groups): who watches over trajectories looks at them, asks after the children, and keeps the plan.
 */
export const safetyPolicy = {
  /** The page about her safety; what stands on it differs. */
  open: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  noteRedFlags: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  decide: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
