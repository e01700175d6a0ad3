import type { TrajectoryRow } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'

/** The day on which the child of a trajectory was born; `null` before the birth, or if it isn't known. */
export async function childBornOn(
  work: Work,
  { child_id }: Pick<TrajectoryRow, 'child_id'>,
): Promise<Day | null> {
  if (child_id === null) return null
  return (await readPeople(work, [child_id])).get(child_id)?.birthDay ?? null
}
