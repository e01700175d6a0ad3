import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { readableBy } from '#db/earlier-words.ts'
import type { AdversityGridTable } from '#db/tables.ts'
import type { Actor } from '#domain/member/actor.ts'

export type AdversityGridRow = Selectable<AdversityGridTable>

/**
 * Every grid of a trajectory that this reader may read, the oldest first. Visibility is the trajectory's: find or lock
 * that first.
 */
export const listGrids = (db: Db, actor: Actor, trajectoryId: string): Promise<AdversityGridRow[]> =>
  db
    .selectFrom('adversity_grid')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where(readableBy(actor, { trajectory: sql.ref('trajectory_id'), writer: sql.ref('filled_by') }, 'words'))
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('filled_on')
    .orderBy('filled_at')
    .orderBy('id')
    .execute()

export async function insertGrid(tx: Tx, row: Insertable<AdversityGridTable>): Promise<void> {
  await tx.insertInto('adversity_grid').values(row).execute()
}
