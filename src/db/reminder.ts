import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ReminderTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type ReminderRow = Selectable<ReminderTable>

/** The reminders that are switched on for this trajectory, if they are. Whoever asks found the trajectory. */
export const findReminder = (db: Db, orgId: string, trajectoryId: string): Promise<ReminderRow | undefined> =>
  db
    .selectFrom('reminder')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('until_at', 'is', null)
    .executeTakeFirst()

export async function insertReminder(tx: Tx, row: Insertable<ReminderTable>): Promise<void> {
  await tx.insertInto('reminder').values(row).execute()
}

export async function endReminder(
  tx: Tx,
  { org_id, id }: Pick<ReminderRow, 'org_id' | 'id'>,
  ended: { until_at: Temporal.Instant; until_by: string },
): Promise<void> {
  await tx.updateTable('reminder').set(ended).where('org_id', '=', org_id).where('id', '=', id).execute()
}

export interface AgreedVisit {
  readonly id: string
  readonly planned_on: Day
  readonly planned_at: string | null
}

/**
 * The visits of this trajectory to come that were agreed with her, that somebody goes to, and who may: nobody is reminded
 * of one that a lock stands in the way of. None while it doesn't run.
 */
export async function findAgreedVisits(
  db: Db,
  orgId: string,
  trajectoryId: string,
  after: Day,
): Promise<AgreedVisit[]> {
  const { rows } = await sql<AgreedVisit>`
    select c.id, c.planned_on, c.planned_at from contact c join trajectory t on t.org_id = c.org_id and t.id = c.trajectory_id
    where c.org_id = ${orgId} and c.trajectory_id = ${trajectoryId} and c.planned_on > ${after} and ${stands}
    order by c.planned_on, c.number`.execute(db)
  return rows
}

/** Does this visit still stand as it was written in the reminder? */
export async function visitStands(
  db: Db,
  orgId: string,
  visit: { readonly contactId: string; readonly on: Day; readonly at: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`
    select exists (select from contact c join trajectory t on t.org_id = c.org_id and t.id = c.trajectory_id
      where c.org_id = ${orgId} and c.id = ${visit.contactId} and c.planned_on = ${visit.on}
        and c.planned_at is not distinct from ${visit.at}::time and ${stands}) as stands`.execute(db)
  return rows[0]?.stands ?? false
}

const stands = sql<boolean>`c.state = 'planned' and t.state = 'active' and t.quiet_since is null
  and c.worker_id is not null and c.worker_id = t.worker_id
  and not exists (select from lock_reach r where r.org_id = c.org_id and r.barred_id = c.worker_id
    and r.hidden_id in (t.id, t.person_id))`
