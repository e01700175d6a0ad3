import { z } from 'zod'
import { motherHears } from '#domain/child-request/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdChildRequest, takeChildRequestStep } from '#usecases/child-request/held-child-request.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/**
 * The safeguarding lead looked at what is known of danger and says that it may go on. She also says whether the mother
 * hears of it: then somebody calls her as she agreed, and nothing is written to her.
 */
export const judgeChildRequest = command({
  name: 'judge-child-request',
  action: 'update',
  may: childRequestPolicy.judgeSafety,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    hears: z.enum(motherHears),
    words: z.string().trim().min(1, 'required').max(2000, 'too-long'),
  }),
  async run(work, { hears, words, ...which }) {
    const row = await holdChildRequest(work, which)
    const done = await takeChildRequestStep(work, row, 'find_safe', { code: hears, words })
    if (hears === 'by_agreement' && row.trajectory_id)
      await createTask(work, {
        kind: 'safety',
        reasonCode: 'tell-of-child-request',
        trajectoryId: row.trajectory_id,
      })
    return done
  },
})
