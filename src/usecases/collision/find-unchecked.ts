import { z } from 'zod'
import { isAnythingUnchecked } from '#db/collision-side.ts'
import { collisionPolicy } from '#domain/collision/collision-policy.ts'
import { question } from '#usecases/use-case.ts'

/** Is there anybody to hold against anybody? Asked every few seconds, so that a check that finds nobody leaves no trace. */
export const findUnchecked = question({
  name: 'find-unchecked',
  may: collisionPolicy.check,
  input: z.strictObject({}),
  run: async ({ tx, orgId }) => ({ any: await isAnythingUnchecked(tx, orgId) }),
})
