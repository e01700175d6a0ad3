import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may do what in matching. Which matches one sees at all, the query decides. */
export const matchPolicy = {
  /** The waiting list, the ranked proposals, and all that is decided there. */
  decide: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  /** A worker sees the proposals addressed to her. */
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** The coordinator writes down what either side said; a worker answers for herself. */
  answer: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
} as const
