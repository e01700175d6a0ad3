import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { KindcheckTable } from '#db/tables.ts'

export type KindcheckRow = Selectable<KindcheckTable>

/** The latest first. The caller has found the trajectory as hers to see. */
export const listKindchecks = (db: Db, orgId: string, trajectoryId: string): Promise<KindcheckRow[]> =>
  db
    .selectFrom('kindcheck')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('checked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function insertKindcheck(tx: Tx, row: Insertable<KindcheckTable>): Promise<void> {
  await tx.insertInto('kindcheck').values(row).execute()
}
