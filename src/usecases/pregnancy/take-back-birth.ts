import { z } from 'zod'
import { endHouseholdMembers } from '#db/household.ts'
import { takeBackReasons } from '#domain/pregnancy/pregnancy.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdPregnancy } from '#usecases/course/held-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { undoMovesByChild } from '#usecases/phase/undo-moves-by-child.ts'
import { lockOthersOf, sayThereToo, withOneOf } from '#usecases/pregnancy/her-trajectories.ts'
import { sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Takes back a birth that was written down by mistake: the programme goes by the due date again, if that is known, and
 * everything is planned anew, in every trajectory of hers that went by this child. What was said stays in its history,
 * with who took it back and why; the child's file stays and belongs to her household no longer.
 */
export const takeBackBirth = command({
  name: 'take-back-birth',
  action: 'update',
  may: trajectoryPolicy.decideCourse,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    reason: z.enum(takeBackReasons, { error: 'choose-one' }),
  }),
  async run(work, { trajectoryId, version, reason }) {
    const others = await lockOthersOf(work, trajectoryId)
    const { trajectory, definition, pregnancy } = await holdPregnancy(
      work,
      trajectoryId,
      version,
      'take-back-birth',
    )
    const { tx, orgId, today } = work
    const childIds = pregnancy.children.map(({ childId }) => childId)
    const there = await withOneOf(work, others, childIds)
    const event = { kind: 'taken-back' as const, reason }
    await sayOfPregnancy(work, trajectory, event)
    await undoMovesByChild(work, { ...trajectory, child_id: null }, definition)
    await replanCourse(work, trajectory, definition, { child_id: null })
    for (const other of there) await sayThereToo(work, other, event)
    await endHouseholdMembers(tx, orgId, childIds, today)
    return { trajectoryId }
  },
})
