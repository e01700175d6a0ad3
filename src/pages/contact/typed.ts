import type { Day } from '#domain/day.ts'

/** A day as people type it, for filling a field: 17-11-2026. */
export const typed = (day: Day): string => `${day.day}-${day.month}-${day.year}`
