import { z } from 'zod'
import { findOldSeal } from '#db/audit-seal.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { leastKeptId } from '#domain/audit/seal.ts'
import { question } from '#usecases/use-case.ts'

/** Whether there are sealed lines whose term is over. */
export const findOldLines = question({
  name: 'find-old-lines',
  may: auditPolicy.seal,
  input: z.strictObject({}),
  async run({ tx, orgId, now }) {
    return { waiting: (await findOldSeal(tx, orgId, leastKeptId(now))) !== null }
  },
})
