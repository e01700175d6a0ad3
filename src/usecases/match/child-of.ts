import type { TrajectoryRow } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'

/**
 * The day on which the child of a trajectory was born; `null` before the birth, if it isn't known, and while nothing
 * about a child may be said.
 */
export async function childBornOn(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'child_id' | 'quiet_since'>,
): Promise<Day | null> {
  const childId = childInSight(trajectory)
  return childId === null ? null : ((await readPeople(work, [childId])).get(childId)?.birthDay ?? null)
}

/** The child whose file a page may open for its age; none while the trajectory is quiet. */
export const childInSight = ({
  child_id,
  quiet_since,
}: Pick<TrajectoryRow, 'child_id' | 'quiet_since'>): string | null => (quiet_since ? null : child_id)
