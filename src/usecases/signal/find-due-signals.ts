import { z } from 'zod'
import { findDue } from '#db/signal-watch.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Trajectories of which a rule may have turned by today; `everyone` gives all, for looking at everything anew. In the
 * order of their ids, from `after` on.
 */
export const findDueSignals = question({
  name: 'find-due-signals',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    everyone: z.boolean().default(false),
    after: z
      .uuid()
      .nullish()
      .transform((after) => after ?? null),
    limit: z.int().min(1).max(200_000),
  }),
  async run({ tx, orgId, today }, { everyone, after, limit }) {
    return { ids: await findDue(tx, orgId, { by: everyone ? null : today, after, limit }) }
  },
})
