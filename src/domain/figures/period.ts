import { z } from 'zod'
import { type Day, readDay } from '#domain/day.ts'

/**
 * The days that figures are about, the first and the last included. "This year" is a rule, so it is written down as one:
 * `2026` or `2026-Q3`, and nothing in between.
 */
export interface Period {
  /** As it stands in an address. */
  readonly code: string
  readonly from: Day
  readonly until: Day
}

/** Reads `2026` or `2026-Q3`; `null` for anything else. */
export function readPeriod(code: string): Period | null {
  const found = /^(\d{4})(?:-Q([1-4]))?$/.exec(code)
  const year = found?.[1]
  if (!year) return null
  const quarter = found?.[2] ? Number(found[2]) : null
  const first = quarter ? (quarter - 1) * monthsInQuarter + 1 : 1
  const from = readDay(`${year}-${String(first).padStart(2, '0')}-01`)
  if (!from) return null
  const until = from.add({ months: quarter ? monthsInQuarter : 12 }).subtract({ days: 1 })
  return { code, from, until }
}
const monthsInQuarter = 3

/** This year, its quarters up to now, and the years before it that somebody may want: the newest first. */
export function periodsFor(today: Day, yearsBack = 3): readonly Period[] {
  const quarter = Math.ceil(today.month / monthsInQuarter)
  const codes = Array.from({ length: yearsBack + 1 }, (_, back) => today.year - back).flatMap(
    (year, back) => {
      const quarters = back === 0 ? quarter : back === 1 ? 4 : 0
      return [`${year}`, ...Array.from({ length: quarters }, (_, q) => `${year}-Q${quarters - q}`)]
    },
  )
  return codes.flatMap((code) => readPeriod(code) ?? [])
}

export const periodInput = z.string().transform((text, context) => {
  const period = readPeriod(text)
  if (period) return period
  context.addIssue({ code: 'custom', message: 'not-valid' })
  return z.NEVER
})
