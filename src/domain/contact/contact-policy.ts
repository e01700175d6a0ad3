import { type EarlierKind, type EarlierShown, shownFor } from '#domain/match/earlier-words.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may do what with contacts (domain.md 2.4, access matrix: "Visit notes"). With which women is decided by
 * `visibleTrajectories`: a worker's own, a coordinator's organisation.
 */
export const contactPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  plan: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  log: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** A worker's own round: whom she visits, and when. */
  ownVisits: (actor: Actor) => isMemberWith(actor, 'worker'),
  /** Who has been without contact too long, over all workers. */
  watch: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  /** What was written about a visit: coordinators all, a worker her own, and somebody else's if she wants it read. */
  readNotes: (
    actor: Actor,
    contact: { readonly workerId: string | null; readonly earlier: EarlierShown },
    kind: EarlierKind = 'words',
  ) => {
    if (actor.kind !== 'member') return false
    const own =
      actor.roles.includes('worker') && actor.workerId !== null && actor.workerId === contact.workerId
    const passedOn = actor.roles.includes('worker') && shownFor[kind].includes(contact.earlier)
    return own || passedOn || actor.roles.includes('coordinator')
  },
} as const
