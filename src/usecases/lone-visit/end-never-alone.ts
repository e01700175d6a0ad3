import { z } from 'zod'
import { endNeverAlone as endRule, findNeverAlone } from '#db/never-alone.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** Somebody may go there alone again; who said so is kept. */
export const endNeverAlone = command({
  name: 'end-never-alone',
  action: 'update',
  may: loneVisitPolicy.rule,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, today } = work
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    if (actor.kind !== 'member') throw new Forbidden()
    aboutTrajectory(work, trajectory)
    if (!(await findNeverAlone(tx, orgId, trajectoryId))) throw new Refused('changed-meanwhile')
    await endRule(tx, orgId, trajectoryId, { on: today, by: actor.memberId })
    return { trajectoryId }
  },
})
