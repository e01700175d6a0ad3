import type { GroupRow } from '#db/group.ts'
import type { PlaceRow } from '#db/group-place.ts'
import type { SessionRow } from '#db/group-session.ts'
import { type GroupState, groupStates } from '#domain/group/group.ts'
import { type PlaceState, placeStates, takesSeat } from '#domain/group/group-place.ts'
import { type SessionState, sessionStates } from '#domain/group/session.ts'

/** States in rows as the tables of states know them; a row that says anything else is a bug. */
export function groupStateOf(row: Pick<GroupRow, 'state'>): GroupState {
  const state = groupStates.find((known) => known === row.state)
  if (!state) throw new Error(`a group in state ${row.state}`)
  return state
}

export function placeStateOf(row: Pick<PlaceRow, 'state'>): PlaceState {
  const state = placeStates.find((known) => known === row.state)
  if (!state) throw new Error(`a place in state ${row.state}`)
  return state
}

export function sessionStateOf(row: Pick<SessionRow, 'state'>): SessionState {
  const state = sessionStates.find((known) => known === row.state)
  if (!state) throw new Error(`a session in state ${row.state}`)
  return state
}

/** A seat counts also if it is hers whose file this reader may not see. */
export const takenIn = (
  group: Pick<GroupRow, 'seats_taken'>,
  places: readonly Pick<PlaceRow, 'state'>[],
): number => Math.max(group.seats_taken, places.filter(hasSeat).length)

export const hasSeat = (row: Pick<PlaceRow, 'state'>): boolean =>
  takesSeat.some((state) => state === row.state)
