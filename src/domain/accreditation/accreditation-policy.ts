import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who shows a visitor how this location works: who leads it, and who coordinates. */
export const accreditationPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'programme_manager'),
} as const
