import { findPlaces } from '#db/group-place.ts'
import { saveTrajectory } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import { courseEnd } from '#domain/trajectory/course-end.ts'
import { planTrajectory } from '#usecases/contact/plan-trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { dropPlaceMessages } from '#usecases/group/drop-place-messages.ts'
import { hasSeat } from '#usecases/group/group-states.ts'
import { type HeldGroup, holdTrajectoryOf } from '#usecases/group/held-group.ts'
import { sessionDaysOf } from '#usecases/group/session-days-of.ts'
import { childDates } from '#usecases/pregnancy/pregnancy-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/**
 * The days of a group moved: of everybody who takes part, what is measured at a session goes along with it, and the
 * end with the last one if the group is her programme. Its group is held.
 */
export async function followSessions(work: Work, { group }: Pick<HeldGroup, 'group'>): Promise<void> {
  const seated = (await findPlaces(work.tx, work.orgId, [group.id])).filter(hasSeat)
  await dropPlaceMessages(work, seated)
  for (const place of seated) {
    const trajectory = await holdTrajectoryOf(work, place)
    const definition = definitionOf(work, trajectory)
    if (trajectory.state !== 'active' || definition.shape.value !== 'closed_group') continue
    const child = await childDates(work, trajectory)
    const endsOn =
      courseEnd(definition, child, trajectory.started_on, null) ??
      (await lastDay(work, trajectory.id)) ??
      trajectory.ends_on
    const moved = { ends_on: endsOn }
    await saveTrajectory(work.tx, trajectory, moved)
    await planTrajectory(work, { ...trajectory, ...moved }, definition, child)
  }
}

const lastDay = async (work: Work, trajectoryId: string): Promise<Day | null> =>
  (await sessionDaysOf(work, trajectoryId)).at(-1) ?? null
