import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { TaskTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type TaskRow = Selectable<TaskTable>

/**
 * The tasks this actor may see: coordinators, the safeguarding lead and Naast's own jobs all of the organisation. How it
 * goes between her and who stands beside her is a coordinator's, and never that one's, whatever else she does here.
 */
export const visibleTasks = (db: Db, actor: Actor) =>
  db
    .selectFrom('task')
    .where('task.org_id', '=', actor.orgId)
    .where((e) => e.lit(actor.kind === 'system' || isMemberWith(actor, 'coordinator', 'safeguarding_lead')))
    .where((e) => {
      if (actor.kind !== 'member') return e.lit(true)
      const other = e('task.kind', '<>', 'check_in')
      if (!isMemberWith(actor, 'coordinator')) return other
      const besideHer = e
        .selectFrom('trajectory')
        .select('trajectory.id')
        .whereRef('trajectory.org_id', '=', 'task.org_id')
        .whereRef('trajectory.id', '=', 'task.trajectory_id')
        .where('trajectory.worker_id', '=', actor.workerId)
      return actor.workerId === null ? e.lit(true) : e.or([other, e.not(e.exists(besideHer))])
    })

/** What is due by this day. What is for later (whether help really started, in a month) comes up in its time. */
export const findOpenTasks = (db: Db, actor: Actor, dueBy: Day, limit: number): Promise<TaskRow[]> =>
  visibleTasks(db, actor)
    .selectAll('task')
    .where('task.done_at', 'is', null)
    .where('task.due_on', '<=', dueBy)
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

/** Is this on somebody's list already, for this referral? */
export const findTaskOfReferral = (
  db: Db,
  orgId: string,
  referralId: string,
  reasonCode: string,
): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('task')
    .select('id')
    .where('org_id', '=', orgId)
    .where('referral_id', '=', referralId)
    .where('reason_code', '=', reasonCode)
    .executeTakeFirst()

/** Puts away what is open about a help offer: who confirmed it has done it. */
export async function finishTasksOfHelpOffer(
  tx: Tx,
  orgId: string,
  helpOfferId: string,
  done: { at: Temporal.Instant; by: string | null; code: string },
): Promise<void> {
  await tx
    .updateTable('task')
    .set({ done_at: done.at, done_by: done.by, done_code: done.code })
    .where('org_id', '=', orgId)
    .where('help_offer_id', '=', helpOfferId)
    .where('done_at', 'is', null)
    .execute()
}

/** What is still to be done for this trajectory for this reason, held. */
export const findOpenTaskOf = (
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  reasonCode: string,
): Promise<TaskRow | undefined> =>
  tx
    .selectFrom('task')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('reason_code', '=', reasonCode)
    .where('done_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

const finishTasks =
  (about: 'trajectory_id' | 'message_id') =>
  async (
    tx: Tx,
    orgId: string,
    id: string,
    reasonCode: string,
    done: { at: Temporal.Instant; by: string | null; code: string },
  ): Promise<void> => {
    await tx
      .updateTable('task')
      .set((e) => ({
        done_at: done.at,
        done_by: done.by,
        done_code: done.code,
        version: e('version', '+', 1),
      }))
      .where('org_id', '=', orgId)
      .where(about, '=', id)
      .where('reason_code', '=', reasonCode)
      .where('done_at', 'is', null)
      .execute()
  }
/** Puts away what is open about a trajectory for this reason: what it asked for was answered. */
export const finishTasksOfTrajectory = finishTasks('trajectory_id')
/** Puts away what this message asked of somebody: it was done, or isn't needed any more. */
export const finishTasksOfMessage = finishTasks('message_id')

/** Is there something to be done for this reason already, whoever or whatever it is about? */
export const findOpenTaskFor = (
  db: Db,
  orgId: string,
  reasonCode: string,
): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('task')
    .select('id')
    .where('org_id', '=', orgId)
    .where('reason_code', '=', reasonCode)
    .where('done_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
