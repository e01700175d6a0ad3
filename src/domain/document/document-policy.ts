import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may do what with documents. Which of them somebody sees, the query decides (`visibleDocuments`): a worker only
 * those that she added herself, as a letter has more of a woman in it than a worker knows.
 */
export const documentPolicy = {
  list: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'worker'),
  add: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** To which answer of hers a signed paper belongs: who keeps her answers. */
  attach: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  /** By what authority somebody asks for a child's file. */
  addAuthority: childRequestPolicy.handle,
  read: (actor: Actor) =>
    isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'worker', 'privacy_officer'),
  /** Taking it back on the day itself, or asking that it goes. */
  askRemoval: (actor: Actor) =>
    isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'worker', 'privacy_officer'),
  /** What is gone is gone for good: who answers for what is kept, and reads none of it. */
  decideRemoval: (actor: Actor) => isMemberWith(actor, 'privacy_officer'),
} as const
