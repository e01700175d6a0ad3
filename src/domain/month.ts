import { z } from 'zod'
import { type Day, readDay } from '#domain/day.ts'

/** A month, as the day it begins on. */
export type Month = Day

export const monthOf = (day: Day): Month => day.with({ day: 1 })
export const lastOf = (month: Month): Day => month.add({ months: 1 }).subtract({ days: 1 })

/** Reads `2026-11`; `null` for anything else. */
export const readMonth = (text: string): Month | null =>
  /^\d{4}-\d{2}$/.test(text) ? readDay(`${text}-01`) : null
/** `2026-11`, as it stands in an address. */
export const writtenMonth = (month: Month): string => month.toString().slice(0, 7)

export const monthInput = z.string().transform((text, context) => {
  const month = readMonth(text)
  if (month) return month
  context.addIssue({ code: 'custom', message: 'not-valid' })
  return z.NEVER
})
