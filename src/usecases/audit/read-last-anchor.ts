import { z } from 'zod'
import { lastSealNumber, listSeals } from '#db/audit-seal.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { anchorText } from '#domain/audit/seal.ts'
import { question } from '#usecases/use-case.ts'

/** The last seal, to be kept elsewhere: with it a log that was cut off or made anew since is found out. */
export const readLastAnchor = question({
  name: 'read-last-anchor',
  may: auditPolicy.check,
  input: z.strictObject({}),
  async run({ tx, orgId, zone }) {
    const last = await lastSealNumber(tx, orgId)
    const [seal] = await listSeals(tx, orgId, { after: Math.max(0, last - 1), limit: 1 })
    return seal
      ? { number: seal.number, sealedAt: seal.sealedAt.toZonedDateTimeISO(zone), text: anchorText(seal) }
      : null
  },
})
