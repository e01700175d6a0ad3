/** Who has a seat and who waits for one, in an activity as in a training; a list stands in the order of signing up. */
export const seatStates = ['seat', 'waiting', 'cancelled'] as const
export type SeatState = (typeof seatStates)[number]

export interface Seated {
  readonly id: string
  readonly state: SeatState
}

/**
 * Gives out the seats that are free, to who signed up first. Who has one keeps it, whatever changes behind her; `null`:
 * there is room for everybody.
 */
export function giveSeats<One extends Seated>(seats: number | null, inOrder: readonly One[]): One[] {
  let free = seats ?? Number.POSITIVE_INFINITY
  for (const { state } of inOrder) if (state === 'seat') free -= 1
  return inOrder.map((one): One => {
    if (one.state !== 'waiting' || free < 1) return one
    free -= 1
    return { ...one, state: 'seat' }
  })
}

/** Has she now the seat that she waited for? */
export const gotSeat = (before: Seated, after: Seated): boolean =>
  before.state === 'waiting' && after.state === 'seat'
