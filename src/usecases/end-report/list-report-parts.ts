import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { approvedReport, partsToChoose } from '#usecases/end-report/handed-report.ts'
import { question } from '#usecases/use-case.ts'

/** What there is to choose from in the last approved report; goals about violence are not among it. */
export const listReportParts = question({
  name: 'list-report-parts',
  may: sharingPolicy.share,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    return partsToChoose(work, await findTrajectory(work.tx, work.actor, trajectoryId), approvedReport)
  },
})
