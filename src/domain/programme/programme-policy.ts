import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may make programmes and decide what is offered, and who may let a woman go on under a newer version. */
export const programmePolicy = {
  manage: (actor: Actor) => isMemberWith(actor, 'programme_manager', 'administrator'),
  /** What a programme prescribes is no secret to anybody who works with it. */
  read: (actor: Actor) =>
    isMemberWith(actor, 'coordinator', 'programme_manager', 'administrator', 'safeguarding_lead', 'worker'),
  move: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const
