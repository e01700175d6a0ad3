import { findUnsealed } from '#usecases/audit/find-unsealed.ts'
import { sealAudit } from '#usecases/audit/seal-audit.ts'
import type { Context } from '#usecases/context.ts'

export interface SealJob {
  organisations(): Promise<readonly string[]>
  context(): Context
}

/** Seals what came to rest in each organisation's access log. Two processes that do the same seal it once. */
export async function turnSeals(
  { organisations, context }: SealJob,
  { stopping }: { stopping?: AbortSignal } = {},
): Promise<{ sealed: number }> {
  let all = 0
  for (const orgId of await organisations()) {
    const actor = { kind: 'system', orgId, job: 'seals' } as const
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
