import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { RoleApprovalTable } from '#db/tables.ts'
import type { RoleAnswer } from '#domain/member/role-approval.ts'

export type RoleApprovalRow = Selectable<RoleApprovalTable>

export async function insertRoleApproval(tx: Tx, row: Insertable<RoleApprovalTable>): Promise<void> {
  await tx.insertInto('role_approval').values(row).execute()
}

/** Those that nobody answered yet, who waits longest first. */
export const findOpenRoleApprovals = (db: Db, orgId: string, limit: number): Promise<RoleApprovalRow[]> =>
  db
    .selectFrom('role_approval')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('answer', 'is', null)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(limit)
    .execute()

export const findApprovalOfInvitation = (
  db: Db,
  orgId: string,
  invitationId: string,
): Promise<RoleApprovalRow | undefined> =>
  db
    .selectFrom('role_approval')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst()

/** Held: of two who answer at once, the second finds it answered. */
export const lockRoleApproval = (tx: Tx, orgId: string, id: string): Promise<RoleApprovalRow | undefined> =>
  tx
    .selectFrom('role_approval')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Answers what is still open: one, or all that waits for a member. */
export async function answerRoleApprovals(
  tx: Tx,
  orgId: string,
  which: { readonly id: string } | { readonly memberId: string },
  given: { readonly answer: RoleAnswer; readonly by: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('role_approval')
    .set({ answer: given.answer, answered_by: given.by, answered_at: given.at })
    .where('org_id', '=', orgId)
    .where('answer', 'is', null)
    .where((e) => ('id' in which ? e('id', '=', which.id) : e('member_id', '=', which.memberId)))
    .execute()
}
