import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { AdversityGridTable } from '#db/tables.ts'

export type AdversityGridRow = Selectable<AdversityGridTable>

/** Every grid of a trajectory, the oldest first. Visibility is the trajectory's: find or lock that first. */
export const listGrids = (db: Db, orgId: string, trajectoryId: string): Promise<AdversityGridRow[]> =>
  db
    .selectFrom('adversity_grid')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('filled_on')
    .orderBy('filled_at')
    .orderBy('id')
    .execute()

export async function insertGrid(tx: Tx, row: Insertable<AdversityGridTable>): Promise<void> {
  await tx.insertInto('adversity_grid').values(row).execute()
}
