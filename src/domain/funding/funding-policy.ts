import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/** Who answers for a programme says which fund pays what; who makes the year's figures reads it (domain.md 4.6, CO-21). */
export const fundingPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'programme_manager', 'coordinator'),
  divide: (actor: Actor) => isMemberWith(actor, 'programme_manager'),
  /** Sees each visit and each worker's hours anyway, so that nothing small is hidden from her. */
  seesSmall: (actor: Actor) => isMemberWith(actor, 'coordinator'),
} as const
