import { compareDays, type Day } from '#domain/day.ts'

/** One time that somebody was there for her: beside her, or with her in a group. */
export interface DoseMoment {
  readonly on: Day
  readonly minutes: number
  readonly where: 'beside' | 'group'
}
export interface DoseMonth {
  /** The first of the month. */
  readonly from: Day
  readonly beside: { readonly times: number; readonly minutes: number }
  readonly group: { readonly times: number; readonly minutes: number }
}

/** More months than this are told as a table's end, not drawn. */
const mostMonths = 60

/** How much of both she had, month by month without gaps, from the first to the last; the last `mostMonths` of them. */
export function doseByMonth(moments: readonly DoseMoment[]): readonly DoseMonth[] {
  const days = moments.map(({ on }) => on).sort(compareDays)
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return []
  const months: DoseMonth[] = []
  for (let from = first.with({ day: 1 }); compareDays(from, last) <= 0; from = from.add({ months: 1 })) {
    const own = moments.filter(({ on }) => on.year === from.year && on.month === from.month)
    months.push({ from, beside: amount(own, 'beside'), group: amount(own, 'group') })
  }
  return months.slice(-mostMonths)
}

const amount = (moments: readonly DoseMoment[], where: DoseMoment['where']) => {
  const own = moments.filter((one) => one.where === where)
  return { times: own.length, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0) }
}
