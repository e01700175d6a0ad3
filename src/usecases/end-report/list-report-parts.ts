import { z } from 'zod'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { mayGo } from '#domain/end-report/hand-over.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { approvedReport } from '#usecases/end-report/handed-report.ts'
import { NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** What there is to choose from in the last approved report; goals about violence are not among it. */
export const listReportParts = question({
  name: 'list-report-parts',
  may: sharingPolicy.share,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition?.plan) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const report = await approvedReport(work, trajectory, definition)
    const going = report.goals.filter((goal) => mayGo(report, goal))
    return {
      trajectoryId,
      name: report.name,
      goals: going.map(({ id, words }) => ({ id, words })),
      /** How many goals stay here because they are about violence. */
      staying: report.goals.length - going.length,
      parties: (await findNetworkOrganisations(work.tx, work.orgId)).map(({ id, name }) => ({ id, name })),
    }
  },
})
