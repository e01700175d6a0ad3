import { z } from 'zod'
import { findCare, saveCare } from '#db/parallel-care.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** Her helper was asked today: it goes on, or it ended. */
export const checkCare = command({
  name: 'check-care',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    type: z.string().min(1).max(60),
    answer: z.enum(['goes_on', 'ended']),
  }),
  async run(work, { trajectoryId, type, answer }) {
    const { tx, orgId, actor, today } = work
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const row = (await findCare(tx, orgId, [trajectoryId])).find(
      (care) => care.type === type && care.until_day === null,
    )
    if (!row) throw new Refused('care-not-named')
    await saveCare(tx, row, {
      checked_on: today,
      checked_by: actor.kind === 'member' ? actor.memberId : null,
      until_day: answer === 'ended' ? today : null,
    })
    return { careId: row.id }
  },
})
