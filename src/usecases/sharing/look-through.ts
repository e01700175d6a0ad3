import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { findTraces } from '#domain/redaction/find-traces.ts'
import { traceKey } from '#domain/redaction/gate.ts'
import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { knownTraces } from '#usecases/redaction/known-traces.ts'
import { longestText } from '#usecases/redaction/looked-input.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/** What in this text somebody could be recognised by, for a human to look at; the text itself is kept nowhere. */
export const lookThrough = question({
  name: 'look-through',
  may: sharingPolicy.share,
  input: z.strictObject({ trajectoryId: z.uuid(), text: z.string().max(longestText, 'too-long') }),
  async run(work, { trajectoryId, text }) {
    const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const traces = findTraces(text, await knownTraces(work, trajectory.person_id))
    return { traces: traces.map((trace) => ({ key: traceKey(trace), ...trace })) }
  },
})
