import type { Day } from '#domain/day.ts'

/** A time on the wall as minutes since midnight: `09:30` is 570. */
export type Clock = number

export const clockOf = (time: string): Clock => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
export const timeOf = (clock: Clock): string =>
  `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`

/** Something at a place from a moment on; where `place` is nothing nobody knows how far it is from anywhere. */
export interface Stay<Place = unknown> {
  readonly on: Day
  /** `null`: some time that day, and nobody said when. */
  readonly from: Clock | null
  readonly minutes: number
  readonly place: Place | null
}

/** Minutes from one place to another; `null` where it isn't known. */
export type Travel<Place> = (from: Place, to: Place) => number | null
