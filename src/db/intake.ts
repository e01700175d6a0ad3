import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { EligibilityDecisionTable, IntakeTable } from '#db/tables.ts'

export type IntakeRow = Selectable<IntakeTable>
export type EligibilityDecisionRow = Selectable<EligibilityDecisionTable>

/** The intake of one trajectory. Visibility is the trajectory's: find or lock that first, which also holds this row. */
export const findIntake = (db: Db, orgId: string, trajectoryId: string): Promise<IntakeRow | undefined> =>
  db
    .selectFrom('intake')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .executeTakeFirst()

export async function insertIntake(tx: Tx, row: Insertable<IntakeTable>): Promise<void> {
  await tx.insertInto('intake').values(row).execute()
}

/** Writes and counts the version up. Call with the trajectory locked. */
export async function saveIntake(tx: Tx, row: IntakeRow, changed: Updateable<IntakeTable>): Promise<void> {
  await tx
    .updateTable('intake')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertEligibilityDecision(
  tx: Tx,
  row: Insertable<EligibilityDecisionTable>,
): Promise<void> {
  await tx.insertInto('eligibility_decision').values(row).execute()
}

/** The latest decision about her eligibility; earlier ones stay. */
export const findEligibilityDecision = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<EligibilityDecisionRow | undefined> =>
  db
    .selectFrom('eligibility_decision')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst()
