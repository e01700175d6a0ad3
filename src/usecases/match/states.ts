import type { MatchRow } from '#db/match.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { type MatchState, matchStates } from '#domain/match/match.ts'
import { type TrajectoryState, trajectoryStates } from '#domain/trajectory/trajectory.ts'

/** A row's state as the table of states knows it; a row that says anything else is a bug. */
export function matchStateOf(row: Pick<MatchRow, 'state'>): MatchState {
  const state = matchStates.find((known) => known === row.state)
  if (!state) throw new Error(`a match in state ${row.state}`)
  return state
}

export function trajectoryStateOf(row: Pick<TrajectoryRow, 'state'>): TrajectoryState {
  const state = trajectoryStates.find((known) => known === row.state)
  if (!state) throw new Error(`a trajectory in state ${row.state}`)
  return state
}
