import { z } from 'zod'
import { lastSealNumber, listLines, listSeals } from '#db/audit-seal.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { leastIdAt, restMinutes } from '#domain/audit/seal.ts'
import { question } from '#usecases/use-case.ts'

/** Whether something happened since the last seal that should be sealed; that something was sealed isn't that. */
export const findUnsealed = question({
  name: 'find-unsealed',
  may: auditPolicy.seal,
  input: z.strictObject({}),
  async run({ tx, orgId, now }) {
    const last = await lastSealNumber(tx, orgId)
    const [seal] = await listSeals(tx, orgId, { after: Math.max(0, last - 1), limit: 1 })
    const lines = await listLines(tx, orgId, {
      after: seal?.untilId ?? null,
      before: leastIdAt(now.subtract({ minutes: restMinutes })),
      limit: 100,
    })
    return { waiting: lines.some(({ event }) => event !== 'seal-audit') }
  },
})
