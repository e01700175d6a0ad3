/** How far scores lie apart, found while each of them is looked at anyway. */
export interface Ranges {
  /** Of each mother, her lowest and highest score; 0 and 0 if she has no candidates. */
  readonly low: Int32Array
  readonly high: Int32Array
  /** The highest of all. */
  readonly most: number
  /** The highest of each mother, added up. */
  readonly sum: number
}

/** More than any chain of moves can cost in score; why that is enough is proved in docs/matching.md. */
export const bonusOf = ({ high, sum }: Ranges, scale: number): number =>
  1 + sum * scale + (scale > 1 ? high.length : 0)
