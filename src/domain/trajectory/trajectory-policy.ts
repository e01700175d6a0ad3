import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who may do what with a trajectory (domain.md 2.4, access matrix). Which trajectories somebody sees at all is
 * decided by the query (`visibleTrajectories`); these say what she may do with one that she sees.
 */
export const trajectoryPolicy = {
  /** Coordinators see all of their organisation; a worker the women she is matched with. */
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker', 'safeguarding_lead'),
  /** The whole list, with full names; a worker has her own round instead. */
  listCaseload: (actor: Actor) => isMemberWith(actor, 'coordinator', 'safeguarding_lead'),
  doIntake: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  match: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  planContacts: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  logContact: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  takeMeasure: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  close: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  /** Who hears it first writes it down: a due date, a birth, another phase, that something changed. */
  changeCourse: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  /** How much longer, how to go on, and taking back that something changed. */
  decideCourse: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const

/** Which parts of a trajectory somebody may open at all; what she may do there, each part says itself. */
export const trajectoryParts = (actor: Actor) => ({
  seeIntake: trajectoryPolicy.doIntake(actor),
  seeMatch: trajectoryPolicy.match(actor),
  seeMeasures: trajectoryPolicy.takeMeasure(actor),
  seeConsents: trajectoryPolicy.doIntake(actor),
  seeClosing: trajectoryPolicy.close(actor),
  seeLog: trajectoryPolicy.listCaseload(actor),
})
