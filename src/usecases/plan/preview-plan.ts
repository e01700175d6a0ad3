import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { handedInput, handedReport } from '#usecases/end-report/handed-report.ts'
import { shownLetter } from '#usecases/end-report/looked-letter.ts'
import { agreedPlan } from '#usecases/plan/agreed-plan.ts'
import { question } from '#usecases/use-case.ts'

/** Exactly what would go of her plan to this recipient, for a human to look at; nothing is shared yet. */
export const previewPlan = question({
  name: 'preview-plan',
  may: sharingPolicy.share,
  input: z.strictObject({ ...handedInput, language: z.enum(['nl', 'en']) }),
  async run(work, { language, ...asked }) {
    const trajectory = await findTrajectory(work.tx, work.actor, asked.trajectoryId)
    return shownLetter(work, await handedReport(work, trajectory, asked, agreedPlan), language)
  },
})
