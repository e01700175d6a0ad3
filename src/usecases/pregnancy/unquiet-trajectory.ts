import { z } from 'zod'
import { stopMeasures } from '#db/measure.ts'
import { replaceExtension } from '#db/phase.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import { askedOfChild } from '#domain/measure/measure-day.ts'
import { actorId } from '#domain/member/actor.ts'
import { resumeReasons } from '#domain/pregnancy/pregnancy.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdPregnancy } from '#usecases/course/held-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { followRest } from '#usecases/match/rest-match.ts'
import { sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { askHowOn } from '#usecases/pregnancy/quiet-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/**
 * What was stopped goes on again: it was entered by mistake, her child came home, another child of the same birth
 * lives, or she is pregnant anew. The plan is made again from what is known.
 */
export const unquietTrajectory = command({
  name: 'unquiet-trajectory',
  action: 'update',
  may: trajectoryPolicy.decideCourse,
  input: z.strictObject({ trajectoryId: z.uuid(), version: versionInput, reason: z.enum(resumeReasons) }),
  async run(work, { trajectoryId, version, reason }) {
    const { trajectory, definition, pregnancy } = await holdPregnancy(work, trajectoryId, version, 'resume')
    const { tx, orgId, now } = work
    await sayOfPregnancy(work, trajectory, { kind: 'resumed', reason })
    await stopMeasures(tx, orgId, trajectoryId, askedOfChild(definition), null)
    await replaceExtension(tx, orgId, trajectoryId, now, null)
    await finishTasksOfTrajectory(tx, orgId, trajectoryId, askHowOn, {
      at: now,
      by: actorId(work.actor),
      code: 'not_needed',
    })
    const rested =
      trajectory.state === 'paused' && trajectory.worker_id !== null && pregnancy.wayOn?.way === 'pause'
    if (rested) await followRest(work, trajectoryId, 'active')
    await replanCourse(work, trajectory, definition, {
      quiet_since: null,
      plan_from: work.today,
      ...(rested ? { state: 'active' as const } : {}),
      ...(reason === 'new_pregnancy' ? { child_id: null } : {}),
    })
    return { trajectoryId }
  },
})
