import { findOldLines } from '#usecases/audit/find-old-lines.ts'
import { findUnsealed } from '#usecases/audit/find-unsealed.ts'
import { removeOldLines } from '#usecases/audit/remove-old-lines.ts'
import { sealAudit } from '#usecases/audit/seal-audit.ts'
import type { Context } from '#usecases/context.ts'

export interface SealJob {
  organisations(): Promise<readonly string[]>
  context(): Context
}

/** Seals what came to rest in each organisation's access log, and removes what is kept no longer. Two processes that do the same seal it once. */
export async function turnSeals(
  { organisations, context }: SealJob,
  { stopping }: { stopping?: AbortSignal } = {},
): Promise<{ sealed: number }> {
  let all = 0
  for (const orgId of await organisations()) {
    const actor = { kind: 'system', orgId, job: 'seals' } as const
    while (!stopping?.aborted && (await findOldLines(context(), actor, {})).waiting) {
      const { removed } = await removeOldLines(context(), actor, {})
      // Young by the database's clock: left for later.
      if (removed === 0) break
    }
    if (!(await findUnsealed(context(), actor, {})).waiting) continue
    let more = true
    while (more && !stopping?.aborted) {
      const done = await sealAudit(context(), actor, {})
      all += done.sealed
      more = done.more
    }
  }
  return { sealed: all }
}
