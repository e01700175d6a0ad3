/** How far one woman came. Each step is only reached by who reached the one before it. */
export interface Way {
  /** She was referred; everybody in the list was. */
  readonly started: boolean
  readonly first: boolean
  /** The day of the last measure has come, or her trajectory ended before it. */
  readonly lastCame: boolean
  readonly last: boolean
}

export interface Waterfall {
  readonly referred: number
  readonly started: number
  readonly first: number
  /** Measured at the first moment, and the last one has come: who still is on her way is not missing. */
  readonly ready: number
  readonly both: number
  /** Began, and her last measure has come, measured or not: what a change must be held against. */
  readonly owed: number
}

/** From referral to both measures (instruments.md 6: on the same page as the result, always). */
export function waterfall(ways: readonly Way[]): Waterfall {
  const count = (reached: (way: Way) => boolean) => ways.filter(reached).length
  const came = (way: Way) => way.started && (way.lastCame || way.last)
  return {
    referred: ways.length,
    started: count((way) => way.started),
    first: count((way) => way.started && way.first),
    ready: count((way) => came(way) && way.first),
    both: count((way) => came(way) && way.first && way.last),
    owed: count(came),
  }
}
