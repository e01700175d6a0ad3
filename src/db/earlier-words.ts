import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { EarlierWordsTable } from '#db/tables.ts'

export type EarlierWordsRow = Selectable<EarlierWordsTable>

/** What she wants her next worker to read, as it stands; nothing if nobody asked her. */
export const findEarlierWords = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<EarlierWordsRow | undefined> =>
  db
    .selectFrom('earlier_words')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('until_at', 'is', null)
    .executeTakeFirst()

/** Puts an answer in the place of the one before, which is kept. Call with the trajectory locked. */
export async function replaceEarlierWords(tx: Tx, row: Insertable<EarlierWordsTable>): Promise<void> {
  await tx
    .updateTable('earlier_words')
    .set({ until_at: row.from_at })
    .where('org_id', '=', row.org_id)
    .where('trajectory_id', '=', row.trajectory_id)
    .where('until_at', 'is', null)
    .execute()
  await tx.insertInto('earlier_words').values(row).execute()
}
