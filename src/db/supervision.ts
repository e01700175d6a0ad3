import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { SupervisionPlaceTable, SupervisionSessionTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import type { Attendance } from '#domain/training/training.ts'

export type SupervisionRow = Selectable<SupervisionSessionTable>
export type SupervisionPlaceRow = Selectable<SupervisionPlaceTable>

export async function insertSupervision(
  tx: Tx,
  session: Insertable<SupervisionSessionTable>,
  places: readonly Insertable<SupervisionPlaceTable>[],
): Promise<void> {
  await tx.insertInto('supervision_session').values(session).execute()
  await tx
    .insertInto('supervision_place')
    .values([...places])
    .execute()
}

export const findSupervision = (db: Db, orgId: string, id: string): Promise<SupervisionRow | undefined> =>
  db
    .selectFrom('supervision_session')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()

export const lockSupervision = (tx: Tx, orgId: string, id: string): Promise<SupervisionRow | undefined> =>
  tx
    .selectFrom('supervision_session')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function saveSupervision(
  tx: Tx,
  row: SupervisionRow,
  changed: Updateable<SupervisionSessionTable>,
): Promise<void> {
  await tx
    .updateTable('supervision_session')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Meetings from this day on, and those of which nobody said yet how they went, the first first. */
export const listSupervision = (
  db: Db,
  orgId: string,
  { since, limit }: { since: Day; limit: number },
): Promise<SupervisionRow[]> =>
  db
    .selectFrom('supervision_session')
    .selectAll()
    .where('org_id', '=', orgId)
    .where((e) => e.or([e('on_day', '>=', since), e('state', '=', 'planned')]))
    .orderBy('on_day')
    .orderBy('starts_at')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Whose day has come and of which nobody said how they went, the longest ago first. */
export const listUntold = (db: Db, orgId: string, today: Day, limit: number): Promise<SupervisionRow[]> =>
  db
    .selectFrom('supervision_session')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '=', 'planned')
    .where('on_day', '<=', today)
    .orderBy('on_day')
    .orderBy('id')
    .limit(limit)
    .execute()

export const listSupervisionPlaces = (
  db: Db,
  orgId: string,
  sessionIds: readonly string[],
): Promise<SupervisionPlaceRow[]> =>
  db
    .selectFrom('supervision_place')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('session_id', '=', sql<string>`any(${[...sessionIds]}::uuid[])`)
    .orderBy('id')
    .execute()

export async function saveAttendance(
  tx: Tx,
  place: Pick<SupervisionPlaceRow, 'org_id' | 'id'>,
  changed: {
    readonly attendance: Attendance
    readonly recorded_by: string | null
    readonly recorded_at: Temporal.Instant
  },
): Promise<void> {
  await tx
    .updateTable('supervision_place')
    .set(changed)
    .where('org_id', '=', place.org_id)
    .where('id', '=', place.id)
    .execute()
}

export interface SupervisionOfWorker {
  readonly worker_id: string
  readonly session_id: string
  readonly kind: SupervisionRow['kind']
  readonly state: SupervisionRow['state']
  readonly on_day: Day
  readonly starts_at: string | null
  readonly place: string | null
  readonly led_by: string | null
  readonly agreed_sealed: Buffer | null
  readonly attendance: Attendance | null
}

/** All meetings of these workers since a day, the last first; what was called off is left out. */
export const listSupervisionOf = (
  db: Db,
  orgId: string,
  { workerIds, since }: { workerIds: readonly string[]; since: Day },
): Promise<SupervisionOfWorker[]> =>
  db
    .selectFrom('supervision_place as place')
    .innerJoin('supervision_session as session', (join) =>
      join.onRef('session.org_id', '=', 'place.org_id').onRef('session.id', '=', 'place.session_id'),
    )
    .select([
      'place.worker_id',
      'place.session_id',
      'session.kind',
      'session.state',
      'session.on_day',
      'session.starts_at',
      'session.place',
      'session.led_by',
      'session.agreed_sealed',
      'place.attendance',
    ])
    .where('place.org_id', '=', orgId)
    .where('place.worker_id', '=', sql<string>`any(${[...workerIds]}::uuid[])`)
    .where('session.state', '<>', 'cancelled')
    .where('session.on_day', '>=', since)
    .orderBy('session.on_day', 'desc')
    .orderBy('session.id')
    .execute()
