import type { Day } from '#domain/day.ts'
import { dayParts, type Slot, weekdays } from '#domain/worker/profile.ts'

interface Meeting {
  readonly on: Day
  /** As `14:00`. */
  readonly at: string | null
}
/** Noon and six o'clock: where a part of the day ends. Proposals of ours; people say only the part. */
const noon = 12 * 60
const evening = 18 * 60

/**
 * The parts of the week that a group's meetings take: of the day and hour on which it meets most often, as one that was
 * moved isn't her every week. Nothing if no hour is known: then nobody can say that she can come.
 */
export function meetingSlots(meetings: readonly Meeting[], minutes: number): readonly Slot[] | null {
  const often = new Map<string, { count: number; day: number; at: number }>()
  for (const { on, at } of meetings) {
    const from = at && minuteOf(at)
    if (from === null || from === '') continue
    const key = `${on.dayOfWeek} ${at}`
    often.set(key, { count: (often.get(key)?.count ?? 0) + 1, day: on.dayOfWeek, at: from })
  }
  const usual = [...often.values()].reduce<{ count: number; day: number; at: number } | null>(
    (best, one) => (best === null || one.count > best.count ? one : best),
    null,
  )
  if (usual === null) return null
  const day = weekdays[usual.day - 1]
  return dayParts
    .filter((part) => {
      const [from, until] = partOf[part]
      return usual.at < until && usual.at + minutes > from
    })
    .map((part): Slot => `${day ?? 'mon'}_${part}`)
}
const partOf = {
  morning: [0, noon],
  afternoon: [noon, evening],
  evening: [evening, Number.POSITIVE_INFINITY],
} as const

export function minuteOf(at: string): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return hours * 60 + minutes
}
