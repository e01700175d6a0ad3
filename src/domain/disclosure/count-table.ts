/** A table of counts of women that are to be told to somebody outside. Every count is of distinct trajectories of one population. */
export interface CountTable {
  /** Stable over releases: 'reach.municipality'. */
  readonly id: string
  /** Whom it counts, e.g. 'started:2026'. Tables of one population constrain each other. */
  readonly population: string
  /**
   * One or two; each category exactly once, margins are not listed: they are derived. Within a population one id of a
   * dimension is one way of sorting: every woman is in exactly one of its categories, and 'other' means the same in all
   * of its tables.
   */
  readonly dimensions: readonly CountDimension[]
  /** Row-major counts, one for each combination of categories; whole, not negative. */
  readonly counts: readonly number[]
  /** Traits of which "all of them" or "none of them" is telling as well (violence, alcohol): zeros and full rows are hidden too. */
  readonly sensitive: boolean
  /**
   * Cells in which nobody can be, as anybody knows who knows how it is counted: carried through, for a reason of never
   * having begun. By place in `counts`; each is nought.
   */
  readonly impossible?: readonly number[]
}
export interface CountDimension {
  readonly id: string
  readonly categories: readonly string[]
  /**
   * What a category of it is by another way of sorting the same women: 'started' is 'on the way' and 'completed' of how far
   * they came. Whoever has both tables knows, so it has to be said.
   */
  readonly elsewhere?: Readonly<
    Record<string, { readonly id: string; readonly categories: readonly string[] }>
  >
}

/** A dimension as it is shown: each category with the ones that were put together in it. */
export interface ShownDimension {
  readonly id: string
  readonly categories: readonly (readonly string[])[]
}

/**
 * What may be shown: `null` is hidden. Margins have the index 'all'. Cells are row-major over `dimensions`, where
 * categories may be fewer than in the count table. With one dimension there are no row and column totals; of a refused
 * table there is at most the total.
 */
export interface SafeTable {
  readonly id: string
  readonly cells: readonly (number | null)[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly total: number | null
  /** Which categories were put together: 'municipality: delft + westland'. */
  readonly collapsed: readonly string[]
  readonly refused: null | 'cannot-be-made-safe' | 'too-few'
  readonly population: string
  readonly dimensions: readonly ShownDimension[]
}

/**
 * Of whom a population is made up: how many of each closed group, and how many of another programme. Who came for a
 * closed group and was never in one is neither: she hides nobody of it.
 */
export interface Makeup {
  readonly groups: Readonly<Record<string, number>>
  readonly others: number
}
export type Makeups = Readonly<Record<string, Makeup>>

/**
 * How populations lie in each other: the parts are apart from each other and within the whole. `complete` when together
 * they are the whole ('2026' is its four quarters). Whoever has both tables subtracts, so it has to be said.
 */
export interface PopulationRelation {
  readonly whole: string
  readonly parts: readonly string[]
  readonly complete: boolean
}
