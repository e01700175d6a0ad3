import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { IdentityProviderTable, MemberIdentityTable } from '#db/tables.ts'

export type IdentityProviderRow = Selectable<IdentityProviderTable>
export type MemberIdentityRow = Selectable<MemberIdentityTable>

/** All of them, also those that ended: where somebody could come in from, and until when, must stay to be seen. */
export const listProviders = (db: Db, orgId: string): Promise<IdentityProviderRow[]> =>
  db
    .selectFrom('identity_provider')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('id')
    .execute()

export async function insertProvider(tx: Tx, row: Insertable<IdentityProviderTable>): Promise<void> {
  await tx.insertInto('identity_provider').values(row).execute()
}

export async function saveProvider(
  tx: Tx,
  row: IdentityProviderRow,
  changed: Updateable<IdentityProviderTable>,
): Promise<void> {
  await tx
    .updateTable('identity_provider')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Who is tied to it now. */
export const listIdentities = (db: Db, orgId: string, providerId: string): Promise<MemberIdentityRow[]> =>
  db
    .selectFrom('member_identity')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('provider_id', '=', providerId)
    .where('ended_at', 'is', null)
    .execute()

export async function insertIdentity(tx: Tx, row: Insertable<MemberIdentityTable>): Promise<void> {
  await tx.insertInto('member_identity').values(row).execute()
}

/** Lets go of one member's, or of all of a provider. */
export async function endIdentities(
  tx: Tx,
  orgId: string,
  which: { readonly providerId: string; readonly memberId?: string },
  ended: { readonly at: Temporal.Instant; readonly by: string },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('member_identity')
    .set({ ended_at: ended.at, ended_by: ended.by })
    .where('org_id', '=', orgId)
    .where('provider_id', '=', which.providerId)
    .$if(which.memberId !== undefined, (query) => query.where('member_id', '=', which.memberId ?? ''))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
