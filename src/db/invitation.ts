import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { InvitationTable } from '#db/tables.ts'

export type InvitationRow = Selectable<InvitationTable>

export async function insertInvitation(tx: Tx, invitation: Insertable<InvitationTable>): Promise<void> {
  await tx.insertInto('invitation').values(invitation).execute()
}

/** Invitations nobody took up yet, newest first; also those whose time has passed. */
export const findOpenInvitations = (db: Db, orgId: string): Promise<InvitationRow[]> =>
  db
    .selectFrom('invitation')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()

/** The invitation this token belongs to, locked: of two who take it up at once, one waits and then finds it used. */
export const lockInvitation = (
  tx: Tx,
  orgId: string,
  tokenHash: Buffer,
): Promise<InvitationRow | undefined> =>
  tx
    .selectFrom('invitation')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('token_hash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst()

/** Held, as `lockInvitation` does. */
export const lockInvitationById = (tx: Tx, orgId: string, id: string): Promise<InvitationRow | undefined> =>
  tx
    .selectFrom('invitation')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function extendInvitation(
  tx: Tx,
  orgId: string,
  id: string,
  until: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ expires_at: until })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute()
}

export async function markInvitationUsed(
  tx: Tx,
  orgId: string,
  id: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ used_at: at })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .execute()
}

/** Withdraws what is still open: one invitation, or all to an address, or all for a member. */
export async function withdrawInvitations(
  tx: Tx,
  orgId: string,
  which: { id: string } | { emailPrint: Buffer } | { memberId: string },
  at: Temporal.Instant,
): Promise<number> {
  const open = tx
    .updateTable('invitation')
    .set({ withdrawn_at: at })
    .where('org_id', '=', orgId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
  const chosen =
    'id' in which
      ? open.where('id', '=', which.id)
      : 'memberId' in which
        ? open.where('member_id', '=', which.memberId)
        : open.where('email_print', '=', which.emailPrint)
  return Number((await chosen.executeTakeFirst()).numUpdatedRows)
}
