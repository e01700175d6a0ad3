import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { AttendanceTable, GroupSessionTable, SessionFacilitatorTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type SessionRow = Selectable<GroupSessionTable>
export type AttendanceRow = Selectable<AttendanceTable>

/** Sessions of these groups, by number. Visibility is decided by whoever found the groups. */
export const findSessions = (db: Db, orgId: string, groupIds: readonly string[]): Promise<SessionRow[]> =>
  groupIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('group_session')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('group_id', 'in', [...groupIds])
        .orderBy('number')
        .execute()

export const findSession = (db: Db, orgId: string, id: string): Promise<SessionRow | undefined> =>
  db
    .selectFrom('group_session')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The session of this group that comes next. */
export const findNextSession = (
  db: Db,
  orgId: string,
  groupId: string,
  today: Day,
): Promise<SessionRow | undefined> =>
  db
    .selectFrom('group_session')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('group_id', '=', groupId)
    .where('state', '=', 'planned')
    .where('on_day', '>=', today)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()

export async function insertSessions(tx: Tx, rows: readonly Insertable<GroupSessionTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('group_session')
    .values([...rows])
    .execute()
}

/** Writes a session whose group is held, and counts its version up. */
export async function saveSession(
  tx: Tx,
  row: SessionRow,
  changed: Updateable<GroupSessionTable>,
): Promise<void> {
  await tx
    .updateTable('group_session')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Who was there and who was not, in these sessions. */
export const findAttendance = (
  db: Db,
  orgId: string,
  sessionIds: readonly string[],
): Promise<AttendanceRow[]> =>
  sessionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('attendance')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('session_id', 'in', [...sessionIds])
        .execute()

/** Keeps who was there; what was written before of the same session and place is put right. */
export async function keepAttendance(tx: Tx, rows: readonly Insertable<AttendanceTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('attendance')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'session_id', 'place_id']).doUpdateSet((e) => ({
        state: e.ref('excluded.state'),
        recorded_by: e.ref('excluded.recorded_by'),
        recorded_at: e.ref('excluded.recorded_at'),
      })),
    )
    .execute()
}

export const findSessionFacilitators = (
  db: Db,
  orgId: string,
  sessionIds: readonly string[],
): Promise<Selectable<SessionFacilitatorTable>[]> =>
  sessionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('session_facilitator')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('session_id', 'in', [...sessionIds])
        .execute()

export async function keepSessionFacilitators(
  tx: Tx,
  rows: readonly Insertable<SessionFacilitatorTable>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('session_facilitator')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'session_id', 'worker_id'])
        .doUpdateSet((e) => ({ state: e.ref('excluded.state') })),
    )
    .execute()
}
