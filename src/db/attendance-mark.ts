import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { AttendanceMarkTable } from '#db/tables.ts'

export type MarkRow = Selectable<AttendanceMarkTable>

/** Every tap of these sessions, in order. Visibility is decided by whoever found the sessions. */
export const findMarks = (db: Db, orgId: string, sessionIds: readonly string[]): Promise<MarkRow[]> =>
  sessionIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('attendance_mark')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('session_id', 'in', [...sessionIds])
        .orderBy('number')
        .execute()

export async function insertMarks(tx: Tx, rows: readonly Insertable<AttendanceMarkTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('attendance_mark')
    .values([...rows])
    .execute()
}
