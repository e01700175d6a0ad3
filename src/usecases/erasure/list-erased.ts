import { z } from 'zod'
import { listDestroyedKeys } from '#db/data-key.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { question } from '#usecases/use-case.ts'

/** Whose keys were destroyed, oldest first: for the list outside the database. Numbers, and nothing else. */
export const listErased = question({
  name: 'list-erased',
  may: erasurePolicy.follow,
  input: z.strictObject({}),
  run: ({ tx, orgId }) => listDestroyedKeys(tx, orgId),
})
