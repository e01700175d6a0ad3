import { type Actor, isMemberWith } from '#domain/member/actor.ts'

/**
 * What the one who comes after may read of what was written by who stood beside her before: all of it, her plan and
 * what was agreed, or nothing. She decides; until she said something it is nothing. Coordinators read on as they did:
 * what she told is kept, only not passed on.
 */
export const earlierShown = ['all', 'agreements', 'none'] as const
export type EarlierShown = (typeof earlierShown)[number]
/** Until she was asked. */
export const unasked: EarlierShown = 'none'

/** What is read: words of a visit, a grid, a diary; or what was agreed, in her plan or for the next time. */
export type EarlierKind = 'words' | 'agreements'
export const shownFor: Record<EarlierKind, readonly EarlierShown[]> = {
  words: ['all'],
  agreements: ['all', 'agreements'],
}

/** Does what she chose stand before this reader? A worker who does nothing else here; everybody else reads by her role. */
export const isWalled = (actor: Actor): boolean =>
  isMemberWith(actor, 'worker') && !isMemberWith(actor, 'coordinator', 'safeguarding_lead')
