/**
 * The mean change over all who ought to have been measured again, if those who were not did not change at all
 * (instruments.md 6: −37.7 of 43 becomes −25.7 over 63). `null` if there was nobody.
 */
export const ifOthersStayed = (change: number, pairs: number, all: number): number | null =>
  all < pairs || all === 0 ? null : (change * pairs) / all
