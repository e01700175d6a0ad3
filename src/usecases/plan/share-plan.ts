import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { handedInput, handedReport } from '#usecases/end-report/handed-report.ts'
import { passOn, passOnInput } from '#usecases/end-report/pass-on.ts'
import { agreedPlan } from '#usecases/plan/agreed-plan.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Shares parts of the plan that runs with a party around her. It rests on her yes to exactly these parts; there is no other
 * ground for it.
 */
export const sharePlan = command({
  name: 'share-plan',
  action: 'create',
  may: sharingPolicy.share,
  input: z.strictObject({ ...handedInput, ...passOnInput }),
  async run(work, { language, way, looked, seen, ...asked }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, asked.trajectoryId)
    const handed = await handedReport(work, trajectory, asked, agreedPlan)
    return passOn(work, handed, { language, way, looked, seen })
  },
})
