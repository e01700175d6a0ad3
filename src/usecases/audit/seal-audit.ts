import { z } from 'zod'
import { insertSeal, lastSealNumber, listLines, listSeals } from '#db/audit-seal.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { leastIdAt, restMinutes, sealLines } from '#domain/audit/seal.ts'
import { command } from '#usecases/use-case.ts'

/** So many lines are sealed at a time. */
export const mostInSeal = 5_000

/**
 * Seals the next piece of the access log: all lines since the last seal that have come to rest. Nothing to seal is
 * nothing done: that it sealed leaves a line too, and a log in which only that happens would grow by itself.
 */
export const sealAudit = command({
  name: 'seal-audit',
  action: 'execute',
  byClock: true,
  may: auditPolicy.seal,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, now, signet, digest } = work
    const last = await lastSealNumber(tx, orgId)
    const [seal = null] = await listSeals(tx, orgId, { after: Math.max(0, last - 1), limit: 1 })
    const lines = await listLines(tx, orgId, {
      after: seal?.untilId ?? null,
      before: leastIdAt(now.subtract({ minutes: restMinutes })),
      limit: mostInSeal,
    })
    const next = sealLines(orgId, seal, lines, { digest, ...signet })
    const sealed = next !== null && (await insertSeal(tx, next, now))
    work.about({ detail: { sealed: sealed ? lines.length : 0 } })
    return { sealed: sealed ? lines.length : 0, more: sealed && lines.length === mostInSeal }
  },
})
