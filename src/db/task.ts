import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { TaskTable } from '#db/tables.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type TaskRow = Selectable<TaskTable>

/** The tasks this actor may see: coordinators, the safeguarding lead and Naast's own jobs all of the organisation. */
export const visibleTasks = (db: Db, actor: Actor) =>
  db
    .selectFrom('task')
    .where('task.org_id', '=', actor.orgId)
    .where((e) => e.lit(actor.kind === 'system' || isMemberWith(actor, 'coordinator', 'safeguarding_lead')))

export const findOpenTasks = (db: Db, actor: Actor, limit: number): Promise<TaskRow[]> =>
  visibleTasks(db, actor)
    .selectAll('task')
    .where('task.done_at', 'is', null)
    .orderBy('task.due_on')
    .orderBy('task.id')
    .limit(limit)
    .execute()

export const findTask = (db: Db, actor: Actor, id: string): Promise<TaskRow | undefined> =>
  visibleTasks(db, actor).selectAll('task').where('task.id', '=', id).executeTakeFirst()

export const lockTask = (tx: Tx, actor: Actor, id: string): Promise<TaskRow | undefined> =>
  visibleTasks(tx, actor).selectAll('task').where('task.id', '=', id).forUpdate().executeTakeFirst()

export async function insertTask(tx: Tx, row: Insertable<TaskTable>): Promise<void> {
  await tx.insertInto('task').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveTask(tx: Tx, row: TaskRow, changed: Updateable<TaskTable>): Promise<void> {
  await tx
    .updateTable('task')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
