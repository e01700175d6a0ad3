import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may do what with trainings. A worker sees what is planned and takes a seat for herself. */
export const trainingPolicy = {
  plan: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
  list: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager', 'worker'),
  enrol: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager', 'worker'),
  /** Who was there, and who gets a certificate. */
  attend: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
} as const
