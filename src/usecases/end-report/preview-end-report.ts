import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { traceKey } from '#domain/redaction/gate.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { handedInput, handedReport } from '#usecases/end-report/handed-report.ts'
import { lookedLetter } from '#usecases/end-report/looked-letter.ts'
import { question } from '#usecases/use-case.ts'

/** Exactly what would go to this recipient, for a human to look at; nothing is shared yet. */
export const previewEndReport = question({
  name: 'preview-end-report',
  may: sharingPolicy.share,
  input: z.strictObject({ ...handedInput, language: z.enum(['nl', 'en']) }),
  async run(work, { language, ...asked }) {
    const trajectory = await findTrajectory(work.tx, work.actor, asked.trajectoryId)
    const { place, handed } = await handedReport(work, trajectory, asked)
    const { text, traces, seen } = await lookedLetter(work, place.personId, handed, language)
    return { text, seen, traces: traces.map((trace) => ({ key: traceKey(trace), ...trace })) }
  },
})
