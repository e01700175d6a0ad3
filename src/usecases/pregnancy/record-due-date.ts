import { z } from 'zod'
import { dayInput } from '#domain/day.ts'
import { dueDayProblem } from '#domain/pregnancy/plausible-days.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdPregnancy } from '#usecases/course/held-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { Invalid } from '#usecases/failure.ts'
import { sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps the day on which her child is expected, or another one than was said before; what is planned moves along. */
export const recordDueDate = command({
  name: 'record-due-date',
  action: 'update',
  may: trajectoryPolicy.changeCourse,
  input: z.strictObject({ trajectoryId: z.uuid(), version: versionInput, dueOn: dayInput }),
  async run(work, { trajectoryId, version, dueOn }) {
    const { trajectory, definition } = await holdPregnancy(work, trajectoryId, version, 'record-due')
    const problem = dueDayProblem(dueOn, work.today)
    if (problem) throw new Invalid({ dueOn: problem })
    await sayOfPregnancy(work, trajectory, { kind: 'due', on: dueOn })
    await replanCourse(work, trajectory, definition)
    return { trajectoryId }
  },
})
