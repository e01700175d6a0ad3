import { z } from 'zod'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { question } from '#usecases/use-case.ts'
import { readMilestone } from '#usecases/worker/read-milestone.ts'

/** What is noticed today of her own visits: said where she begins. */
export const readMyMilestone = question({
  name: 'read-my-milestone',
  may: workerPolicy.own,
  input: z.strictObject({}),
  run: async (work) =>
    work.actor.kind === 'member' && work.actor.workerId ? readMilestone(work, work.actor.workerId) : null,
})
