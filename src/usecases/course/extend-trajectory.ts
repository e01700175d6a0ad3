import { z } from 'zod'
import { replaceExtension } from '#db/phase.ts'
import { dayInput } from '#domain/day.ts'
import { courseEnd } from '#domain/trajectory/course-end.ts'
import { extensionProblem } from '#domain/trajectory/extend.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdCourse } from '#usecases/course/held-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { childDates } from '#usecases/pregnancy/pregnancy-file.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/** Lets a trajectory last longer than its programme says, for a reason that is kept, until it is looked at again. */
export const extendTrajectory = command({
  name: 'extend-trajectory',
  action: 'update',
  may: trajectoryPolicy.decideCourse,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    until: dayInput,
    reviewOn: dayInput,
    reason: z.string().max(60),
  }),
  async run(work, { trajectoryId, version, until, reviewOn, reason }) {
    const { tx, orgId, actor, today, now } = work
    // A decision has somebody who took it; the policy lets only members in.
    if (actor.kind !== 'member') throw new Forbidden()
    const { trajectory, definition } = await holdCourse(work, trajectoryId, version)
    if (trajectory.started_on === null || trajectory.quiet_since) throw new Refused('not-from-this-state')
    const child = await childDates(work, trajectory)
    const endsByRule = courseEnd(definition, child, trajectory.started_on, null)
    const problem = extensionProblem(definition, { until, reviewOn, reason }, { endsByRule, today })
    if (problem && 'refused' in problem) throw new Refused(problem.refused)
    if (problem) throw new Invalid({ [problem.field]: problem.code })
    await replaceExtension(tx, orgId, trajectoryId, now, {
      org_id: orgId,
      id: work.newId(),
      trajectory_id: trajectoryId,
      until_day: until,
      review_on: reviewOn,
      reason_code: reason,
      decided_by: actor.memberId,
      decided_at: now,
      ended_at: null,
    })
    await replanCourse(work, trajectory, definition)
    await createTask(work, { kind: 'course', reasonCode: 'review-extension', trajectoryId, dueOn: reviewOn })
    return { trajectoryId }
  },
})
