import { type Day, isBefore } from '#domain/day.ts'

/** What one member saw on one day, counted from the access log. */
export interface DayOfLooking {
  readonly memberId: string
  readonly on: Day
  /** Files of different women. */
  readonly files: number
  /** Of those, how many at night. */
  readonly atNight: number
  /** How often she asked for what she may not see. */
  readonly turnedAway: number
}

/** From this hour until the other nobody's work asks for a file, but that of who is on call. */
export const night = { from: 23, until: 6 } as const
/** Fewer files than this on a day are nobody's news, whatever is usual. */
export const fewestFiles = 10
/** So many times what is usual for her. */
export const timesUsual = 3
/** So often turned away on one day is no slip. */
export const mostTurnedAway = 5
/** Days that are looked at; what is usual is counted over as many more. */
export const daysLookedAt = 31

export const outlierKinds = ['many-files', 'at-night', 'turned-away'] as const
export interface Outlier {
  readonly kind: (typeof outlierKinds)[number]
  readonly memberId: string
  readonly on: Day
  readonly count: number
  /** What is usual for her on a day on which she looks at all; only where that is what it is held against. */
  readonly usual: number | null
}

/**
 * What a privacy officer looks at every month (security design 3.4): who saw far more files on a day than she usually
 * does, who looked at night, who was turned away again and again. None of it is wrong by itself; newest first.
 */
export function outliersOf(days: readonly DayOfLooking[], today: Day): Outlier[] {
  const since = today.subtract({ days: daysLookedAt })
  const found = days
    .filter(({ on }) => !isBefore(on, since))
    .flatMap((day): Outlier[] => {
      const { memberId, on, files, atNight, turnedAway } = day
      const usual = median(
        days.filter((other) => other !== day && other.memberId === memberId).map((other) => other.files),
      )
      return [
        ...(files >= fewestFiles && files > timesUsual * usual
          ? [{ kind: 'many-files' as const, memberId, on, count: files, usual }]
          : []),
        ...(atNight > 0 ? [{ kind: 'at-night' as const, memberId, on, count: atNight, usual: null }] : []),
        ...(turnedAway >= mostTurnedAway
          ? [{ kind: 'turned-away' as const, memberId, on, count: turnedAway, usual: null }]
          : []),
      ]
    })
  return found.sort((a, b) => Temporal.PlainDate.compare(b.on, a.on))
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}
