import { type AccountRecoveryRow, lockRecovery } from '#db/account-recovery.ts'
import { findMember, type MemberRow } from '#db/member.ts'
import type { Recovery } from '#domain/recovery/recovery.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'

/** The request, held against others who decide about it, and whose it is. */
export async function holdRecovery(
  work: Work,
  id: string,
): Promise<{ row: AccountRecoveryRow; member: MemberRow; recovery: Recovery }> {
  const row = await lockRecovery(work.tx, work.orgId, id)
  const member = row && (await findMember(work.tx, work.orgId, row.member_id))
  if (!row || !member) throw new NotFound()
  work.about({ person: member.id, detail: { recovery: id } })
  const first = row.first_by ? await findMember(work.tx, work.orgId, row.first_by) : undefined
  return { row, member, recovery: recoveryOf(row, first?.roles ?? []) }
}

export const recoveryOf = (row: AccountRecoveryRow, firstRoles: MemberRow['roles']): Recovery => ({
  memberId: row.member_id,
  askedAt: row.asked_at,
  first: row.first_by ? { by: row.first_by, roles: firstRoles } : null,
  second: row.second_by && row.second_at ? { by: row.second_by, at: row.second_at } : null,
  stoppedAt: row.stopped_at,
  usedAt: row.used_at,
})

/** The earliest moment that may still matter. */
export const worthKnowing = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: 30 * 24 })
