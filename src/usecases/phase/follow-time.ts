import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** Brings one trajectory in line with the day: nobody did anything, but time went on. Twice is once. */
export const followTime = command({
  name: 'follow-time',
  action: 'update',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    // It may have been closed, paused or gone quiet since it was found.
    if (trajectory.state === 'active') await replanCourse(work, trajectory, definitionOf(work, trajectory))
    return { trajectoryId }
  },
})
