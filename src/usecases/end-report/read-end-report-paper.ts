import { z } from 'zod'
import { listEndReports } from '#db/end-report.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { endReportPolicy } from '#domain/end-report/end-report-policy.ts'
import { reportView } from '#usecases/end-report/report-view.ts'
import { NotFound } from '#usecases/failure.ts'
import { leaveOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * The last approved report, to be printed for her: her goals, what came of them and both voices. It lies about, so it
 * names nobody, says nothing of her adversities, and is made only where her safe-contact agreement allows paper at home.
 */
export const readEndReportPaper = question({
  name: 'read-end-report-paper',
  may: endReportPolicy.write,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition?.plan) throw new NotFound()
    aboutTrajectory(work, trajectory)
    await leaveOnPaper(work, 'end-report', trajectory.person_id)
    const row = (await listEndReports(work.tx, work.actor, trajectoryId)).find(
      ({ state }) => state === 'approved',
    )
    if (!row) throw new NotFound()
    await work.vault.load([trajectory.person_id])
    const { goals, hers, coach, goesOn, approvedOn } = await reportView(work, {
      trajectory,
      definition,
      row,
    })
    return { goals, hers, coach, goesOn, approvedOn }
  },
})
