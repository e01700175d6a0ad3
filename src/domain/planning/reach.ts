import { compareDays } from '#domain/day.ts'
import type { Stay, Travel } from '#domain/planning/clock.ts'

/** What stands between two visits of one worker that follow one another on a day. */
export interface Between {
  /** Minutes free; less than nothing where the second begins before the first is over. */
  readonly free: number
  /** How long she is on the way; `null` where it isn't known. */
  readonly travel: number | null
  readonly how: 'fine' | 'tight' | 'overlap'
}

/** Can she be at the second in time? Only a warning follows from it: a list of travel times knows less than she does. */
export function between<Place>(
  first: Stay<Place>,
  second: Stay<Place>,
  travel: Travel<Place>,
): Between | null {
  if (first.from === null || second.from === null || !first.on.equals(second.on)) return null
  const free = second.from - (first.from + first.minutes)
  const way = first.place === null || second.place === null ? null : travel(first.place, second.place)
  return { free, travel: way, how: free < 0 ? 'overlap' : way !== null && free < way ? 'tight' : 'fine' }
}

/** In the order in which they are: by day, by time, and what has no time last. */
export const inOrderOfTime = <S extends Stay<unknown>>(stays: readonly S[]): S[] =>
  [...stays].sort(
    (a, b) => compareDays(a.on, b.on) || (a.from ?? endOfDay) - (b.from ?? endOfDay) || a.minutes - b.minutes,
  )
const endOfDay = 24 * 60

/** The worst that this one visit would mean beside the others of that day. */
export function clashOf<Place>(
  one: Stay<Place>,
  others: readonly Stay<Place>[],
  travel: Travel<Place>,
): 'overlap' | 'tight' | null {
  const found = others.flatMap((other) => {
    if (one.from === null || other.from === null || !one.on.equals(other.on)) return []
    const [first, second] = one.from <= other.from ? [one, other] : [other, one]
    return between(first, second, travel) ?? []
  })
  return found.some(({ how }) => how === 'overlap')
    ? 'overlap'
    : found.some(({ how }) => how === 'tight')
      ? 'tight'
      : null
}
