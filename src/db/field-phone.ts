import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { FieldPhoneTable } from '#db/tables.ts'

export type FieldPhoneRow = Selectable<FieldPhoneTable>

export const findPhone = (db: Db, orgId: string, id: string): Promise<FieldPhoneRow | undefined> =>
  db.selectFrom('field_phone').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

/** Phones of one member, or of all; the one that was heard of last first. */
export const listPhones = (db: Db, orgId: string, memberId: string | null): Promise<FieldPhoneRow[]> =>
  db
    .selectFrom('field_phone')
    .selectAll()
    .where('org_id', '=', orgId)
    .$if(memberId !== null, (query) => query.where('member_id', '=', memberId))
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()

/** Adds a phone; `false` if its id is there already. */
export async function insertPhone(tx: Tx, row: Insertable<FieldPhoneTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('field_phone')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function seePhone(
  tx: Tx,
  { org_id, id }: Pick<FieldPhoneRow, 'org_id' | 'id'>,
  seen: Pick<FieldPhoneRow, 'seen_at' | 'minutes_ahead'>,
): Promise<void> {
  await tx.updateTable('field_phone').set(seen).where('org_id', '=', org_id).where('id', '=', id).execute()
}

/** From now on it carries nothing; who ended it first stays. */
export async function endPhone(
  tx: Tx,
  orgId: string,
  id: string,
  ended: { readonly ended_at: Temporal.Instant; readonly ended_by: string },
): Promise<void> {
  await tx
    .updateTable('field_phone')
    .set(ended)
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** The phone heard that it carries nothing any more. */
export async function markWiped(tx: Tx, orgId: string, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('field_phone')
    .set({ wiped_at: at })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('ended_at', 'is not', null)
    .where('wiped_at', 'is', null)
    .execute()
}
