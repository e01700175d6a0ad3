import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may do what with workers' files (domain.md 2.4: volunteer file). Which workers one sees, the query decides. */
export const workerPolicy = {
  /** Through the public form, and through no other door. */
  apply: (actor: Actor) => actor.kind === 'visitor' && actor.door === 'applicant',
  register: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  change: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  recordGate: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  /** That she may go on without something: a manager, never who plans her work. */
  waive: (actor: Actor) => isMemberWith(actor, 'programme_manager'),
  /** What workers sign is the organisation’s word: its manager gives it. */
  publishText: (actor: Actor) => isMemberWith(actor, 'programme_manager'),
  /** Her own file: what she shares, when she is away. */
  own: (actor: Actor) => isMemberWith(actor, 'worker'),
  /** Whom a worker must not meet: the safeguarding lead only, never who plans her work. */
  readAvoidances: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead'),
  /** For herself, and for nobody else. */
  sign: (actor: Actor) => isMemberWith(actor, 'worker'),
  list: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
  /** A worker reads her own file. */
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager', 'worker'),
  /** Where a worker lives: her coordinator only (security.md threat 27: an ex-partner looking for her mentor). */
  seeAddress: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const
