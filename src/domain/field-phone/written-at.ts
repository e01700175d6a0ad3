/** What a phone says about time when it sends, all by its own clock, in milliseconds. */
export interface PhoneClock {
  /** When it says that something was written. */
  readonly claimed: number
  /** What it says it is now. */
  readonly now: number
}

/** Off by so much the clock of any phone is; more is shown beside what was written. */
export const usualMinutes = 5

/**
 * When something was written, by our clock: as long ago as the phone says it was. The phone's clock only ever tells
 * how much time passed; what it claims is kept beside this. Nothing was written after it arrived.
 */
export function writtenAt({ claimed, now }: PhoneClock, arrivedAt: Temporal.Instant): Temporal.Instant {
  const ago = Number.isFinite(claimed) && Number.isFinite(now) ? Math.round(now - claimed) : 0
  // A phone doesn't wait for longer than this; whoever says so has a clock that jumped in between.
  const longest = 90 * 24 * 3_600_000
  return ago <= 0 || ago > longest ? arrivedAt : arrivedAt.subtract({ milliseconds: ago })
}

/** How many minutes the phone's clock is ahead of ours; negative behind; `null` if it tells no time at all. */
export function minutesAhead(phoneNow: number, ours: Temporal.Instant): number | null {
  const minutes = Math.round((phoneNow - ours.epochMilliseconds) / 60_000)
  return Number.isFinite(minutes) && Math.abs(minutes) < 50 * 365 * 24 * 60 ? minutes : null
}
