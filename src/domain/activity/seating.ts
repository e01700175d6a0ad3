import { giveSeats, gotSeat, type Seated } from '#domain/seats.ts'

/** Whether her children are looked after: not asked, a place for all of them, or none yet. */
export const crecheStates = ['none', 'place', 'waiting'] as const
export type CrecheState = (typeof crecheStates)[number]

export interface SignUp extends Seated {
  /** Children who come along to be looked after. */
  readonly children: number
  readonly creche: CrecheState
}
export interface Limits {
  /** `null`: everybody who comes is welcome. */
  readonly seats: number | null
  /** `null`: nobody looks after children. */
  readonly crechePlaces: number | null
}

/**
 * Gives out what is free, to who signed up first. Who has a seat or a place for her children keeps it, whatever changes
 * behind her; when somebody cancels, the first who waits moves up by herself. Sisters and brothers stay together: if
 * there is no room for all of them, the places go to the next for whose children there is.
 */
export function seatAll<One extends SignUp>(limits: Limits, signUps: readonly One[]): One[] {
  const seated = giveSeats(limits.seats, signUps)
  let places = limits.crechePlaces ?? 0
  for (const { state, creche, children } of seated)
    if (state === 'seat' && creche === 'place') places -= children
  return seated.map((one): One => {
    if (one.state === 'cancelled') return { ...one, creche: 'none' }
    if (one.children === 0) return { ...one, creche: 'none' }
    if (one.creche === 'place' && one.state === 'seat') return one
    if (one.state !== 'seat' || one.children > places) return { ...one, creche: 'waiting' }
    places -= one.children
    return { ...one, creche: 'place' }
  })
}

/** Who moved up: has now what she waited for. */
export const movedUp = <One extends SignUp>(before: readonly One[], after: readonly One[]): One[] =>
  after.filter((one) => {
    const was = before.find(({ id }) => id === one.id)
    return (
      was !== undefined &&
      (gotSeat(was, one) || (was.creche === 'waiting' && one.creche === 'place' && was.state === 'seat'))
    )
  })
