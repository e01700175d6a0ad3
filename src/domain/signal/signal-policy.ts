import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { type Owner, roleOf } from '#domain/signal/signal.ts'

/**
 * Who may do what with signals (domain.md 2.4). Which ones somebody sees, `visibleSignals` decides: a worker those that
 * are hers to answer, a programme manager hers without a name, who watches over trajectories all.
 */
export const signalPolicy = {
  read: (actor: Actor) =>
    isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'worker', 'programme_manager'),
  /** May somebody like this answer any signal at all? */
  answer: (actor: Actor) =>
    isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'worker', 'programme_manager'),
  setAside: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'programme_manager'),
  /** Says what was done: its owner, and a coordinator for whoever isn't there today. */
  answerThis: (actor: Actor, owner: Owner) =>
    isMemberWith(actor, roleOf[owner]) || (owner !== 'manager' && isMemberWith(actor, 'coordinator')),
  /** Lets it wait, or lets work go on in spite of it: its owner alone. */
  decideThis: (actor: Actor, owner: Owner) => isMemberWith(actor, roleOf[owner]),
  /** Sees whose trajectory it is. */
  seesName: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'worker'),
} as const
