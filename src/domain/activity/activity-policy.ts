import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may do what with activities. Who is signed up, only coordinators and who leads it read. */
export const activityPolicy = {
  plan: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** For a woman she sees; which those are, the query decides. */
  signUp: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** Counting who came: a coordinator, or the worker who leads it. */
  hold: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
} as const
