import type { Day } from '#domain/day.ts'
import { minuteOf } from '#domain/group/compose/meeting-slots.ts'

/** One meeting of a group, or of what is offered beside it. */
export interface AlignedMeeting {
  readonly on: Day
  /** `null`: nobody knows at what hour; then it takes the day. */
  readonly at: string | null
  readonly minutes: number
}

/** Where something meets: its front door, as far as somebody said which. */
export interface AlignedPlace {
  readonly door: string | null
}

/** How an offer and the women's group stand to each other; `place-unknown`: their times meet, and perhaps they do. */
export type Alignment = 'apart' | 'together' | 'place-unknown'

/**
 * May these be beside each other? Never in one building at the same time, with so many minutes between them for who goes
 * and who comes (domain.md 1.5: the one who is violent in the same building). Of a place that isn't known nobody can say
 * that it is another.
 */
export function alignmentOf(
  group: AlignedPlace & { readonly meetings: readonly AlignedMeeting[] },
  offer: AlignedPlace & { readonly meetings: readonly AlignedMeeting[] },
  minutesApart: number,
): Alignment {
  if (group.door !== null && offer.door !== null && group.door !== offer.door) return 'apart'
  const meet = group.meetings.some((one) => offer.meetings.some((other) => closeTo(one, other, minutesApart)))
  if (!meet) return 'apart'
  return group.door !== null && group.door === offer.door ? 'together' : 'place-unknown'
}

const dayMinutes = 24 * 60
function closeTo(one: AlignedMeeting, other: AlignedMeeting, apart: number): boolean {
  const days = one.on.until(other.on, { largestUnit: 'day' }).days
  const [from, until] = spanOf(one, 0)
  const [start, end] = spanOf(other, days * dayMinutes)
  return from < end + apart && start < until + apart
}
const spanOf = ({ at, minutes }: AlignedMeeting, offset: number): readonly [number, number] =>
  at === null ? [offset, offset + dayMinutes] : [offset + minuteOf(at), offset + minuteOf(at) + minutes]

/** Who is on both sides: nobody may be. */
export const onBothSides = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((id) => other.includes(id))
