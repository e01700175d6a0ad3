import { type Decider, decidesHerself } from '#domain/intake/exception.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who reads and decides an exception that was asked for. A programme manager sees the rule and the argument, and not
 * whose they are: she watches over the programme, and over nobody's file.
 */
export const exceptionPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'programme_manager'),
  decide: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead', 'programme_manager'),
  decideThis: (actor: Actor, decider: Decider) =>
    actor.kind === 'member' && decidesHerself(decider, actor.roles),
  seesName: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
} as const
