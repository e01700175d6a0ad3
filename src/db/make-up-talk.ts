import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MakeUpTalkTable } from '#db/tables.ts'

export type MakeUpRow = Selectable<MakeUpTalkTable>

/** Talks of these sessions, in the order in which they were planned. Visibility is the session's group's. */
export const findMakeUps = (db: Db, orgId: string, sessionIds: readonly string[]): Promise<MakeUpRow[]> =>
  sessionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('make_up_talk')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('session_id', 'in', [...sessionIds])
        .orderBy('id')
        .execute()

export const findMakeUp = (db: Db, orgId: string, id: string): Promise<MakeUpRow | undefined> =>
  db
    .selectFrom('make_up_talk')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertMakeUp(tx: Tx, row: Insertable<MakeUpTalkTable>): Promise<void> {
  await tx.insertInto('make_up_talk').values(row).execute()
}

/** Writes a talk whose group is held, and counts its version up. */
export async function saveMakeUp(
  tx: Tx,
  row: MakeUpRow,
  changed: Updateable<MakeUpTalkTable>,
): Promise<void> {
  await tx
    .updateTable('make_up_talk')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
