import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * Who hears of a collision: the safeguarding lead alone. A manager comes in only where every lead is the one it is
 * about (`who-hears.ts`); who it is about never hears of it, whatever his role (security.md 2, adversaries 4 and 5).
 */
export const collisionPolicy = {
  hear: (actor: Actor) => isMemberWith(actor, 'safeguarding_lead', 'programme_manager'),
  check: (actor: Actor) => actor.kind === 'system',
} as const
