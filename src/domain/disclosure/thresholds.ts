/**
 * From how many women a count may be told (security design 3.11): ten to anybody outside, five to who works here. Under
 * it a count tells on somebody: who knows that there were three and that one was his neighbour knows enough.
 */
export const leastTold = { outside: 10, inside: 5 } as const

/**
 * A table of which more than this part would be hidden says little and tempts to guess: categories are put together
 * first.
 */
export const mostHidden = 0.5

/** Percentages need so many in the denominator to be told by five, and so many to be told by one (CBS: 100). */
export const leastForPercentage = { byFive: 30, byOne: 100 } as const
