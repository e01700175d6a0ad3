import type { Context } from '#usecases/context.ts'
import { findRetentionDue } from '#usecases/erasure/find-retention-due.ts'
import { listShreddedAccounts } from '#usecases/erasure/list-shredded-accounts.ts'
import { putAway } from '#usecases/erasure/put-away.ts'
import { settleHidden } from '#usecases/erasure/settle-hidden.ts'
import { destroyReceipt } from '#usecases/expense/destroy-receipt.ts'

export interface RetentionJob {
  organisations(): Promise<readonly string[]>
  context(): Context
  /** Takes away what is left of somebody at the door: her way in. Once more does no harm. */
  readonly forgetAccount: (orgId: string, memberId: string) => Promise<void>
}

/**
 * The night's work on what is past its term, where two people decided that Naast does it: first what is put away already,
 * then what is to be put away. One file at a time, each with a line of its own in the access log; one that fails keeps
 * no other waiting. Two processes that do the same do it once: each file is held and looked at anew.
 */
export async function turnRetention(
  { organisations, context, forgetAccount }: RetentionJob,
  { stopping, trouble }: { stopping?: AbortSignal; trouble?: (error: unknown) => void } = {},
): Promise<{ hidden: number; shredded: number; back: number }> {
  const all = { hidden: 0, shredded: 0, back: 0 }
  const each = async <One>(ones: readonly One[], turn: (one: One) => Promise<void>) => {
    for (const one of ones) {
      if (stopping?.aborted) return
      await turn(one).catch((error: unknown) => trouble?.(error))
    }
  }
  for (const orgId of await organisations()) {
    const actor = { kind: 'system', orgId, job: 'retention' } as const
    const due = await findRetentionDue(context(), actor, {})
    await each(due.hidden, async ({ id }) => {
      const { deed } = await settleHidden(context(), actor, { id })
      if (deed === 'shred') all.shredded += 1
      if (deed === 'bring-back') all.back += 1
    })
    await each(due.hide, async (one) => {
      if ((await putAway(context(), actor, one)).hidden) all.hidden += 1
    })
    await each(due.receipts, async (one) => {
      await destroyReceipt(context(), actor, one)
    })
    const { memberIds } = await listShreddedAccounts(context(), actor, {})
    await each(memberIds, (memberId) => forgetAccount(orgId, memberId))
  }
  return all
}
