import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { SafetyPlanTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type SafetyPlanRow = Selectable<SafetyPlanTable>

/** The plans this actor may read: who watches over trajectories. A worker hears from her coordinator what she needs. */
const visiblePlans = (db: Db, actor: Actor) =>
  db
    .selectFrom('safety_plan')
    .where('safety_plan.org_id', '=', actor.orgId)
    .where('safety_plan.trajectory_id', 'in', visibleTrajectories(db, actor).select('trajectory.id'))
    .where((e) => e.lit(isMemberWith(actor, 'coordinator', 'safeguarding_lead')))

/** Every version, the newest first. */
export const listSafetyPlans = (db: Db, actor: Actor, trajectoryId: string): Promise<SafetyPlanRow[]> =>
  visiblePlans(db, actor)
    .selectAll('safety_plan')
    .where('safety_plan.trajectory_id', '=', trajectoryId)
    .orderBy('safety_plan.number', 'desc')
    .execute()

export const findSafetyPlan = (db: Db, actor: Actor, id: string): Promise<SafetyPlanRow | undefined> =>
  visiblePlans(db, actor).selectAll('safety_plan').where('safety_plan.id', '=', id).executeTakeFirst()

export async function insertSafetyPlan(tx: Tx, row: Insertable<SafetyPlanTable>): Promise<void> {
  await tx.insertInto('safety_plan').values(row).execute()
}

/** Is there a plan at all? For what happens of itself; reads nothing of it. */
export const hasSafetyPlan = async (db: Db, orgId: string, trajectoryId: string): Promise<boolean> =>
  (await db
    .selectFrom('safety_plan')
    .select('id')
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .limit(1)
    .executeTakeFirst()) !== undefined
