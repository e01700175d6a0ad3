import { z } from 'zod'
import { findCare, insertCare, saveCare } from '#db/parallel-care.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { careFields } from '#usecases/group/group-fields.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps who helps her beside the programme, as heard from that helper today. Another one takes the first one's place. */
export const recordCare = command({
  name: 'record-care',
  action: 'create',
  may: groupPolicy.plan,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    type: z.string().min(1).max(60),
    helper: z.string().trim().min(1).max(300),
  }),
  async run(work, { trajectoryId, type, helper }) {
    const { tx, orgId, actor, today, vault } = work
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (trajectory.state === 'closed') throw new Refused('already-closed')
    if (!definitionOf(work, trajectory).parallelCare.some((rule) => rule.type === type))
      throw new Invalid({ type: 'choose-one' })
    await vault.load([trajectory.person_id])
    const by = actor.kind === 'member' ? actor.memberId : null
    for (const row of await findCare(tx, orgId, [trajectoryId]))
      if (row.type === type && row.until_day === null)
        await saveCare(tx, row, { checked_on: row.checked_on, checked_by: row.checked_by, until_day: today })
    const id = work.newId()
    await insertCare(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      type,
      helper_sealed: careFields.seal(vault, trajectory.person_id, id, 'helper_sealed', helper),
      from_day: today,
      until_day: null,
      checked_on: today,
      checked_by: by,
      recorded_at: work.now,
    })
    return { careId: id }
  },
})
