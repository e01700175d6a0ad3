/** So long a phone can read what it carries without having spoken to us (security design 3.10: 24 to 72 hours). */
export const longestHours = 72
/** Clocks of phones jump a little when they hear from their network. */
const slackMinutes = 10

/** As the phone's own clock says it, in milliseconds: what it compares is only ever its own. */
export interface KeyTimes {
  /** When we last said that this phone may go on. */
  readonly givenAt: number
  /** The latest moment that this phone has seen. */
  readonly seenAt: number
}

const minute = 60_000

/**
 * Is the key over? Also when the clock was turned back past what was seen already: whoever does that keeps a key alive,
 * and somebody whose clock really jumped only has to come online once.
 */
export const keyIsOver = ({ givenAt, seenAt }: KeyTimes, now: number): boolean =>
  !Number.isFinite(now) ||
  now - givenAt >= longestHours * 60 * minute ||
  now < Math.max(givenAt, seenAt) - slackMinutes * minute
