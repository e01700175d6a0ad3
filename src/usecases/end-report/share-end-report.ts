import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { handedInput, handedReport } from '#usecases/end-report/handed-report.ts'
import { passOn, passOnInput } from '#usecases/end-report/pass-on.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Shares parts of the approved report with a party. It rests on her yes to exactly these parts; there is no other ground
 * for it.
 */
export const shareEndReport = command({
  name: 'share-end-report',
  action: 'create',
  may: sharingPolicy.share,
  input: z.strictObject({ ...handedInput, ...passOnInput }),
  async run(work, { language, way, looked, seen, ...asked }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, asked.trajectoryId)
    return passOn(work, await handedReport(work, trajectory, asked), { language, way, looked, seen })
  },
})
