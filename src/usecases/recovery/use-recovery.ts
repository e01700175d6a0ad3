import { listRecoveries, saveRecovery } from '#db/account-recovery.ts'
import { recoveryAllows, recoveryState } from '#domain/recovery/recovery.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { holdRecovery, recoveryOf, worthKnowing } from '#usecases/recovery/held-recovery.ts'

/** A new way in for a member is made of a request that two colleagues agreed to a day ago; it is used up by it. */
export async function useRecovery(work: Work, memberId: string, by: string): Promise<void> {
  const rows = await listRecoveries(work.tx, work.orgId, { since: worthKnowing(work.now), memberId })
  const ready = rows.find((row) => recoveryAllows('use', recoveryState(recoveryOf(row, []), work.now)))
  if (!ready) throw new Refused('recovery-needs-two')
  const { row, recovery } = await holdRecovery(work, ready.id)
  // Somebody may have stopped it since it was looked for.
  if (!recoveryAllows('use', recoveryState(recovery, work.now))) throw new Refused('recovery-needs-two')
  await saveRecovery(work.tx, row, { used_by: by, used_at: work.now })
}
