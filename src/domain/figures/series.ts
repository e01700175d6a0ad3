import type { Day } from '#domain/day.ts'
import { lastOf, type Month, monthOf } from '#domain/month.ts'
import { type RunChart, runChart } from '#domain/outcome/run-chart.ts'

/** What is followed month by month (instruments.md 6, process over time): waiting, visits, sessions, questions. */
export const seriesIds = [
  'wait-visit',
  'visits-gone-on',
  'in-window',
  'sessions-there',
  'measures-asked',
] as const
export type SeriesId = (typeof seriesIds)[number]
/** A middle in days, or a part of a hundred. */
export const seriesUnit = {
  'wait-visit': 'days',
  'visits-gone-on': 'percent',
  'in-window': 'percent',
  'sessions-there': 'percent',
  'measures-asked': 'percent',
} as const satisfies Record<SeriesId, 'days' | 'percent'>

/** So many whole months back: two years, of which a run chart can say something when most of them have a number. */
export const monthsShown = 24

export interface MonthPoint {
  readonly month: Month
  /** `null` in a month in which there was nothing to count: no point, and no nought. */
  readonly value: number | null
  /** Of how many it is a middle or a part. */
  readonly of: number
}
export interface Series {
  readonly id: SeriesId
  readonly points: readonly MonthPoint[]
  /** `null` without a single number. */
  readonly chart: RunChart | null
}

/** The last whole months before this one, the oldest first: a month that still runs would look worse or better than it is. */
export const wholeMonths = (today: Day, count = monthsShown): readonly Month[] =>
  Array.from({ length: count }, (_, at) => monthOf(today).subtract({ months: count - at }))

/** A series with every month in it, whatever was counted, and what a run chart says of those with a number. */
export function seriesOf(
  id: SeriesId,
  months: readonly Month[],
  counted: readonly { readonly month: Month; readonly value: number; readonly of: number }[],
): Series {
  const points = months.map((month): MonthPoint => {
    const found = counted.find((one) => one.month.equals(month))
    return found && found.of > 0 ? { month, value: found.value, of: found.of } : { month, value: null, of: 0 }
  })
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
  return { id, points, chart: runChart(known) }
}
export const spanOf = (months: readonly Month[]): { readonly from: Day; readonly until: Day } | null => {
  const [first, last] = [months[0], months.at(-1)]
  return first && last ? { from: first, until: lastOf(last) } : null
}
