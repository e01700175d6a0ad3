/**
 * Names that a coordinator keeps for a woman before anybody is asked. No more than three: a longer list is the ranked
 * one that Naast makes anew each time.
 */
export const mostOnShortlist = 3
