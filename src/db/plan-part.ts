import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { readableBy } from '#db/earlier-words.ts'
import { ofPlan } from '#db/plan.ts'
import type { PlanActionTable, PlanGoalTable } from '#db/tables.ts'
import type { Actor } from '#domain/member/actor.ts'

export type PlanGoalRow = Selectable<PlanGoalTable>
export type PlanActionRow = Selectable<PlanActionTable>

/** The goals of a plan that this reader may read, in the order in which they were written. */
export const listPlanGoals = (db: Db, actor: Actor, planId: string): Promise<PlanGoalRow[]> =>
  db
    .selectFrom('plan_goal')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('plan_id', '=', planId)
    .where(
      readableBy(
        actor,
        { trajectory: ofPlan(actor.orgId, planId), writer: sql.ref('created_by') },
        'agreements',
      ),
    )
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

/** What is done for the goals of a plan, as far as this reader may read it, by the day it is to be done. */
export const listPlanActions = (db: Db, actor: Actor, planId: string): Promise<PlanActionRow[]> =>
  db
    .selectFrom('plan_action')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('plan_id', '=', planId)
    .where(
      readableBy(
        actor,
        { trajectory: ofPlan(actor.orgId, planId), writer: sql.ref('created_by') },
        'agreements',
      ),
    )
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
