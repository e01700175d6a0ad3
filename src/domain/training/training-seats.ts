import type { Day } from '#domain/day.ts'
import { giveSeats, gotSeat, type Seated } from '#domain/seats.ts'
import { mayEnrol, type TrainingState } from '#domain/training/training.ts'

/** A worker on the list of a training: with a seat, or waiting for one. */
export interface TrainingSeat extends Seated {
  /** She left the organisation: she is given nothing any more, and stands in nobody's way. */
  readonly left: boolean
}

interface Offered {
  readonly state: TrainingState
  readonly seats: number | null
  readonly lastDay: Day
}

/**
 * Who gets a seat now: the first who wait, in the order in which they signed up, as far as there are seats, and as long
 * as a seat may be taken at all.
 */
export function seatWorkers<One extends TrainingSeat>(
  training: Offered,
  inOrder: readonly One[],
  today: Day,
): One[] {
  if (mayEnrol(training, today)) return []
  const counts = inOrder.filter(({ left, state }) => !left || state === 'seat')
  return giveSeats(training.seats, counts).filter((one, at) => {
    const was = counts[at]
    return was !== undefined && gotSeat(was, one)
  })
}
