import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may do what with groups. Which groups somebody sees at all, the query decides: a worker those she leads. */
export const groupPolicy = {
  /** Making groups, their days and their facilitators, and who gets a seat. */
  plan: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** What is written down of a session, and moving it. */
  hold: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** The talk before the group and who knows whom: only who leads the group and spoke with her. */
  prepare: (actor: Actor) => isMemberWith(actor, 'worker'),
  /** May let a group begin with fewer women than the method asks. */
  allowSmall: (actor: Actor) => isMemberWith(actor, 'programme_manager'),
  /** What women said of groups, counted; too small to be told is told to nobody. */
  countEvaluations: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
  readSmallStart: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
} as const
