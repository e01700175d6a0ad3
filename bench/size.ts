/** How much is made and how often it is asked for. */
export interface Size {
  readonly trajectories: number
  readonly women: number
  /** Product and floor take turns so many times, each with so many pages. */
  readonly rounds: number
  readonly pages: number
  readonly mixedPages: number
  readonly searches: number
  readonly rows: number
  readonly starts: number
  readonly pagesBeforeMemory: number
  /** Trajectories that run, in a region of their own, for keeping signals. */
  readonly signals: number
  /** Rows that a year's figures are counted from, in a database of their own. */
  readonly figures: { readonly trajectories: number; readonly contacts: number }
}

export const full: Size = {
  trajectories: 20_000,
  women: 100_000,
  rounds: 11,
  pages: 300,
  mixedPages: 4_000,
  searches: 500,
  rows: 5_000,
  starts: 7,
  pagesBeforeMemory: 10_000,
  signals: 100_000,
  figures: { trajectories: 50_000, contacts: 1_000_000 },
}

export const small: Size = {
  trajectories: 1_000,
  women: 4_000,
  rounds: 5,
  pages: 150,
  mixedPages: 600,
  searches: 100,
  rows: 500,
  starts: 2,
  pagesBeforeMemory: 2_000,
  signals: 2_000,
  figures: { trajectories: 2_000, contacts: 40_000 },
}
