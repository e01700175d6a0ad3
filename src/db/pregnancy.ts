import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PregnancyTable } from '#db/tables.ts'

export type PregnancyRow = Selectable<PregnancyTable>

/** What is known of a pregnancy in one trajectory, which the caller found or locked through its own visibility. */
export const findPregnancy = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<PregnancyRow | undefined> =>
  db
    .selectFrom('pregnancy')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .executeTakeFirst()

/** Writes it, the first time or again. Call with the trajectory locked. */
export async function writePregnancy(tx: Tx, row: Insertable<PregnancyTable>): Promise<void> {
  await tx
    .insertInto('pregnancy')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'trajectory_id']).doUpdateSet((e) => ({
        facts_sealed: e.ref('excluded.facts_sealed'),
        changed_by: e.ref('excluded.changed_by'),
        changed_at: e.ref('excluded.changed_at'),
        version: e('pregnancy.version', '+', 1),
      })),
    )
    .execute()
}
