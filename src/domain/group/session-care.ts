/** What is arranged around a meeting so that everybody can be there: children looked after, somebody who interprets. */
export const interpreterWays = ['phone', 'in_person'] as const
export type InterpreterWay = (typeof interpreterWays)[number]
export const interpreterStates = ['wanted', 'arranged'] as const
export type InterpreterState = (typeof interpreterStates)[number]

/** More children than this come along with nobody; a proposal of ours, so that a slip of the finger is seen. */
export const mostChildrenAlong = 8

/** Are there places enough? `null` places: nobody looks after children then. */
export const crecheShort = (places: number | null, children: number): number =>
  Math.max(0, children - (places ?? 0))
