/** `09:05`: the time of day. */
export const clockTime = (at: Temporal.ZonedDateTime): string =>
  at.toPlainTime().toString({ smallestUnit: 'minute' })
