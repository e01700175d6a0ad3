import { z } from 'zod'
import { findNeverAlone } from '#db/never-alone.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/** Whether two go to her home, since when and by whom. */
export const readNeverAlone = question({
  name: 'read-never-alone',
  may: loneVisitPolicy.rule,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const names = await readNames(work, [trajectory.person_id])
    const rule = await findNeverAlone(tx, orgId, trajectoryId)
    return {
      name: names.get(trajectory.person_id) ?? '—',
      rule: rule
        ? {
            code: rule.code,
            since: rule.from_day,
            by: (await whoDid(work, [rule.set_by])).get(rule.set_by) ?? '—',
          }
        : null,
    }
  },
})
