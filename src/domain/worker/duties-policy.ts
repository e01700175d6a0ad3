import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who may see and move what coordinators watch over; numbers, never a woman. */
export const dutiesPolicy = {
  list: (actor: Actor) => isMemberWith(actor, 'programme_manager', 'coordinator'),
  handOver: (actor: Actor) => isMemberWith(actor, 'programme_manager'),
  /** A coordinator names who stands in for herself; a manager for anybody. */
  nameDeputy: (actor: Actor) => isMemberWith(actor, 'programme_manager', 'coordinator'),
} as const
