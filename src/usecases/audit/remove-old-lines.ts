import { z } from 'zod'
import { deleteLines, findOldSeal } from '#db/audit-seal.ts'
import { auditPolicy } from '#domain/audit/audit-policy.ts'
import { leastKeptId } from '#domain/audit/seal.ts'
import { command } from '#usecases/use-case.ts'

/** Removes the lines of the oldest seal whose term is over, all of them at once. The seal stays, and so does its chain. */
export const removeOldLines = command({
  name: 'remove-old-lines',
  action: 'delete',
  byClock: true,
  may: auditPolicy.seal,
  input: z.strictObject({}),
  async run({ tx, orgId, now, about }) {
    const seal = await findOldSeal(tx, orgId, leastKeptId(now))
    const removed = seal ? await deleteLines(tx, orgId, seal) : 0
    about({ detail: { seal: seal?.number ?? 0, lines: removed } })
    return { removed }
  },
})
