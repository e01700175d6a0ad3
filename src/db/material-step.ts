import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MaterialStepTable } from '#db/tables.ts'

export type MaterialStepRow = Selectable<MaterialStepTable>

/** What was noted of materials in a trajectory, the latest first. Visibility is the trajectory's. */
export const listMaterialSteps = (db: Db, orgId: string, trajectoryId: string): Promise<MaterialStepRow[]> =>
  db
    .selectFrom('material_step')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('noted_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function insertMaterialStep(tx: Tx, row: Insertable<MaterialStepTable>): Promise<void> {
  await tx.insertInto('material_step').values(row).execute()
}
