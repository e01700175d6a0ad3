/** What is known of the numbers of an instance once each of them was looked at. */
export interface Ranges {
  /** Of each mother, her lowest and highest score; 0 and 0 if she has no candidates. */
  readonly low: Int32Array
  readonly high: Int32Array
  /** The highest score of all. */
  most: number
  /** The highest of each mother, added up. */
  sum: number
  /** How far from the lowest to the highest of each mother, added up, and how many have candidates at all. */
  apart: number
  some: number
  /** The highest tier. */
  tier: number
}

export const emptyRanges = (mothers: number): Ranges => ({
  low: new Int32Array(mothers),
  high: new Int32Array(mothers),
  most: 0,
  sum: 0,
  apart: 0,
  some: 0,
  tier: 0,
})

/** More than any chain of moves can cost in score; why that is enough is proved in docs/matching.md. */
export const bonusOf = ({ high, sum }: Ranges, scale: number): number =>
  1 + sum * scale + (scale > 1 ? high.length : 0)
