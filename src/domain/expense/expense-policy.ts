import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may do what with money. A worker claims for herself; a coordinator, who knows the visits, approves; whoever pays
 * sees sums by month and account, and nothing of a visit.
 */
export const expensePolicy = {
  own: (actor: Actor) => isMemberWith(actor, 'worker') && actor.workerId !== null,
  approve: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  /** Hers, or of a visit that whoever checks may see; which those are, the query decides. */
  openReceipt: (actor: Actor) => isMemberWith(actor, 'worker', 'coordinator'),
  pay: (actor: Actor) => isMemberWith(actor, 'programme_manager', 'administrator'),
  /** Which amounts hold is no secret to who works with them. */
  readTerms: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager', 'administrator'),
} as const
