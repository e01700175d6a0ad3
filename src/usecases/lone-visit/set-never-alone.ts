import { z } from 'zod'
import { insertNeverAlone } from '#db/never-alone.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { neverAloneReasons } from '#domain/lone-visit/never-alone.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** From today on two go to her home. */
export const setNeverAlone = command({
  name: 'set-never-alone',
  action: 'create',
  may: loneVisitPolicy.rule,
  input: z.strictObject({ trajectoryId: z.uuid(), code: z.enum(neverAloneReasons) }),
  async run(work, { trajectoryId, code }) {
    const { tx, orgId, actor, today } = work
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    if (actor.kind !== 'member') throw new Forbidden()
    aboutTrajectory(work, trajectory)
    await insertNeverAlone(tx, {
      org_id: orgId,
      id: work.newId(),
      trajectory_id: trajectoryId,
      person_id: trajectory.person_id,
      code,
      from_day: today,
      set_by: actor.memberId,
      until_day: null,
      ended_by: null,
    })
    return { trajectoryId }
  },
})
