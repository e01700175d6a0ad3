import type { Day } from '#domain/day.ts'
import type { Clock } from '#domain/planning/clock.ts'
import { dayParts, type Slot, weekdays } from '#domain/worker/profile.ts'

/** From when until when the parts of a day run; half past nine in the evening nobody is at a door any more (proposal). */
export const partHours = {
  morning: { from: 9 * 60, until: 12 * 60 },
  afternoon: { from: 12 * 60, until: 17 * 60 },
  evening: { from: 17 * 60, until: 21 * 60 },
} as const satisfies Record<(typeof dayParts)[number], { from: Clock; until: Clock }>

/** Who said nothing of when she can, is asked on weekdays by day: not said is never "always". */
export const usualSlots: readonly Slot[] = weekdays
  .slice(0, 5)
  .flatMap((day): Slot[] => [`${day}_morning`, `${day}_afternoon`])

/** The parts of this day that stand in a list, as stretches; parts that follow one another are one. */
export function stretchesOn(slots: readonly Slot[], day: Day): { from: Clock; until: Clock }[] {
  const name = weekdays[day.dayOfWeek - 1] ?? 'mon'
  const stretches: { from: Clock; until: Clock }[] = []
  for (const part of dayParts.filter((one) => slots.includes(`${name}_${one}`))) {
    const { from, until } = partHours[part]
    const last = stretches.at(-1)
    if (last?.until === from) last.until = until
    else stretches.push({ from, until })
  }
  return stretches
}

/** Is it all inside one of these stretches? */
export const isCovered = (
  stretches: readonly { readonly from: Clock; readonly until: Clock }[],
  from: Clock,
  minutes: number,
): boolean => stretches.some((one) => one.from <= from && from + minutes <= one.until)
