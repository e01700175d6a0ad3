import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { readableBy } from '#db/earlier-words.ts'
import type { ActionPlanTable, PlanDecisionTable, PlanReviewTable } from '#db/tables.ts'
import type { Actor } from '#domain/member/actor.ts'

export type ActionPlanRow = Selectable<ActionPlanTable>
export type PlanDecisionRow = Selectable<PlanDecisionTable>
export type PlanReviewRow = Selectable<PlanReviewTable>

/** The trajectory that a plan belongs to. */
export const ofPlan = (orgId: string, planId: string) =>
  sql`(select trajectory_id from action_plan where org_id = ${orgId} and id = ${planId})`

const plansOf = (db: Db, orgId: string, trajectoryId: string) =>
  db
    .selectFrom('action_plan')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)

/** The plan of this trajectory, or the last one. Visibility is the trajectory's: find or lock that first. */
export const findPlan = (db: Db, orgId: string, trajectoryId: string): Promise<ActionPlanRow | undefined> =>
  plansOf(db, orgId, trajectoryId).executeTakeFirst()

/** The same, held until the transaction ends. */
export const lockPlan = (tx: Tx, orgId: string, trajectoryId: string): Promise<ActionPlanRow | undefined> =>
  plansOf(tx, orgId, trajectoryId).forUpdate().executeTakeFirst()

export async function insertPlan(tx: Tx, row: Insertable<ActionPlanTable>): Promise<void> {
  await tx.insertInto('action_plan').values(row).execute()
}

/** Writes a locked row and counts its version up: also when something was added to it. */
export async function savePlan(
  tx: Tx,
  row: ActionPlanRow,
  changed: Updateable<ActionPlanTable> = {},
): Promise<void> {
  await tx
    .updateTable('action_plan')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Who decided what about it and when, the latest first. */
export const listPlanDecisions = (db: Db, orgId: string, planId: string): Promise<PlanDecisionRow[]> =>
  db
    .selectFrom('plan_decision')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('plan_id', '=', planId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function insertPlanDecision(tx: Tx, row: Insertable<PlanDecisionTable>): Promise<void> {
  await tx.insertInto('plan_decision').values(row).execute()
}

/** When it was looked at and what came of it, as far as this reader may read it, the latest first. */
export const listPlanReviews = (db: Db, actor: Actor, planId: string): Promise<PlanReviewRow[]> =>
  db
    .selectFrom('plan_review')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('plan_id', '=', planId)
    .where(
      readableBy(
        actor,
        { trajectory: ofPlan(actor.orgId, planId), writer: sql.ref('reviewed_by') },
        'agreements',
      ),
    )
    .orderBy('reviewed_on', 'desc')
    .orderBy('reviewed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function insertPlanReview(tx: Tx, row: Insertable<PlanReviewTable>): Promise<void> {
  await tx.insertInto('plan_review').values(row).execute()
}
