import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { NeverAloneTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type NeverAloneRow = Selectable<NeverAloneTable>

/** The rule that counts for this trajectory, if there is one; call it for a trajectory that the actor may see. */
export const findNeverAlone = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<NeverAloneRow | undefined> =>
  db
    .selectFrom('never_alone')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('until_day', 'is', null)
    .executeTakeFirst()

/** Said again while it counts, it stays as it was. */
export async function insertNeverAlone(tx: Tx, row: Insertable<NeverAloneTable>): Promise<void> {
  await tx
    .insertInto('never_alone')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'trajectory_id']).where('until_day', 'is', null).doNothing(),
    )
    .execute()
}

export async function endNeverAlone(
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  { on, by }: { on: Day; by: string },
): Promise<void> {
  await tx
    .updateTable('never_alone')
    .set({ until_day: on, ended_by: by })
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('until_day', 'is', null)
    .execute()
}
