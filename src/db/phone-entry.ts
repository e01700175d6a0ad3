import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PhoneEntryTable } from '#db/tables.ts'

export type PhoneEntryRow = Selectable<PhoneEntryTable>

export const findEntry = (db: Db, orgId: string, id: string): Promise<PhoneEntryRow | undefined> =>
  db.selectFrom('phone_entry').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

export const lockEntry = (tx: Tx, orgId: string, id: string): Promise<PhoneEntryRow | undefined> =>
  tx
    .selectFrom('phone_entry')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Writes the receipt; `false` if there is one, also one that this reader may not see. */
export async function insertEntry(tx: Tx, row: Insertable<PhoneEntryTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('phone_entry')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function saveEntry(
  tx: Tx,
  row: PhoneEntryRow,
  changed: Updateable<PhoneEntryTable>,
): Promise<void> {
  await tx
    .updateTable('phone_entry')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** What waits for somebody to look, the oldest first; of one writer, or of all. */
export const listHeld = (db: Db, orgId: string, memberId: string | null): Promise<PhoneEntryRow[]> =>
  db
    .selectFrom('phone_entry')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '=', 'held')
    .$if(memberId !== null, (query) => query.where('member_id', '=', memberId))
    .orderBy('received_at')
    .orderBy('id')
    .execute()

/** Whose trajectory a contact belongs to, also when it is hers no more; a lock hides it as everywhere. */
export const findPlaceOf = (
  db: Db,
  orgId: string,
  subject: { readonly contactId: string } | { readonly trajectoryId: string },
): Promise<{ trajectory_id: string; person_id: string } | undefined> =>
  'contactId' in subject
    ? db
        .selectFrom('contact')
        .innerJoin('trajectory', (join) =>
          join
            .onRef('trajectory.org_id', '=', 'contact.org_id')
            .onRef('trajectory.id', '=', 'contact.trajectory_id'),
        )
        .select(['trajectory.id as trajectory_id', 'trajectory.person_id'])
        .where('contact.org_id', '=', orgId)
        .where('contact.id', '=', subject.contactId)
        .executeTakeFirst()
    : db
        .selectFrom('trajectory')
        .select(['id as trajectory_id', 'person_id'])
        .where('org_id', '=', orgId)
        .where('id', '=', subject.trajectoryId)
        .executeTakeFirst()
