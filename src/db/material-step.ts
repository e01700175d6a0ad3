import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { readableBy } from '#db/earlier-words.ts'
import type { MaterialStepTable } from '#db/tables.ts'
import type { Actor } from '#domain/member/actor.ts'

export type MaterialStepRow = Selectable<MaterialStepTable>

/** What was noted of materials in a trajectory, as far as this reader may read it, the latest first. */
export const listMaterialSteps = (db: Db, actor: Actor, trajectoryId: string): Promise<MaterialStepRow[]> =>
  db
    .selectFrom('material_step')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where(readableBy(actor, { trajectory: sql.ref('trajectory_id'), writer: sql.ref('noted_by') }, 'words'))
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('noted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function insertMaterialStep(tx: Tx, row: Insertable<MaterialStepTable>): Promise<void> {
  await tx.insertInto('material_step').values(row).execute()
}
