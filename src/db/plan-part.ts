import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PlanActionTable, PlanGoalTable } from '#db/tables.ts'

export type PlanGoalRow = Selectable<PlanGoalTable>
export type PlanActionRow = Selectable<PlanActionTable>

/** The goals of a plan in the order in which they were written. Visibility is the plan's. */
export const listPlanGoals = (db: Db, orgId: string, planId: string): Promise<PlanGoalRow[]> =>
  db
    .selectFrom('plan_goal')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('plan_id', '=', planId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export async function insertPlanGoal(tx: Tx, row: Insertable<PlanGoalTable>): Promise<void> {
  await tx.insertInto('plan_goal').values(row).execute()
}

/** Call with the plan locked. */
export async function savePlanGoal(
  tx: Tx,
  row: Pick<PlanGoalRow, 'org_id' | 'id'>,
  changed: Updateable<PlanGoalTable>,
): Promise<void> {
  await tx
    .updateTable('plan_goal')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** What is done for the goals of a plan, by the day it is to be done. */
export const listPlanActions = (db: Db, orgId: string, planId: string): Promise<PlanActionRow[]> =>
  db
    .selectFrom('plan_action')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('plan_id', '=', planId)
    .orderBy('by_day')
    .orderBy('id')
    .execute()

export async function insertPlanAction(tx: Tx, row: Insertable<PlanActionTable>): Promise<void> {
  await tx.insertInto('plan_action').values(row).execute()
}

/** Call with the plan locked. */
export async function savePlanAction(
  tx: Tx,
  row: Pick<PlanActionRow, 'org_id' | 'id'>,
  changed: Updateable<PlanActionTable>,
): Promise<void> {
  await tx
    .updateTable('plan_action')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
