/**
 * What the one who comes after may read of what was written by who stood beside her before: all of it, her plan and
 * what was agreed in it, or nothing. She decides; until she said something it is nothing. Coordinators read on as they
 * did: what she told is kept, only not passed on.
 */
export const earlierShown = ['all', 'agreements', 'none'] as const
export type EarlierShown = (typeof earlierShown)[number]
/** Until she was asked. */
export const unasked: EarlierShown = 'none'
