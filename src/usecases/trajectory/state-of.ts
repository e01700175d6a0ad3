import { type TrajectoryState, trajectoryStates } from '#domain/trajectory/trajectory.ts'

/** The state in a row, in the domain's own type. Rows were only ever written through the table of states. */
export function stateOf(text: string): TrajectoryState {
  const found = trajectoryStates.find((state) => state === text)
  if (!found) throw new Error('A trajectory row has an unknown state.')
  return found
}
