import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type {
  TrainingAttendanceTable,
  TrainingPlaceTable,
  TrainingSessionTable,
  TrainingTable,
} from '#db/tables.ts'

export type TrainingRow = Selectable<TrainingTable>
export type TrainingSessionRow = Selectable<TrainingSessionTable>
export type TrainingPlaceRow = Selectable<TrainingPlaceTable>
export type TrainingAttendanceRow = Selectable<TrainingAttendanceTable>

export async function insertTraining(
  tx: Tx,
  training: Insertable<TrainingTable>,
  sessions: readonly Insertable<TrainingSessionTable>[],
): Promise<void> {
  await tx.insertInto('training').values(training).execute()
  await tx
    .insertInto('training_session')
    .values([...sessions])
    .execute()
}

/** All trainings, the newest first. */
export const listTrainingRows = (db: Db, orgId: string, limit: number): Promise<TrainingRow[]> =>
  db
    .selectFrom('training')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const findTraining = (db: Db, orgId: string, id: string): Promise<TrainingRow | undefined> =>
  db.selectFrom('training').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

/** Held: its seats can't be given away twice. */
export const lockTraining = (tx: Tx, orgId: string, id: string): Promise<TrainingRow | undefined> =>
  tx
    .selectFrom('training')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function saveTraining(
  tx: Tx,
  row: TrainingRow,
  changed: Updateable<TrainingTable>,
): Promise<void> {
  await tx
    .updateTable('training')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** The days of these trainings, in order. */
export const listTrainingSessions = (
  db: Db,
  orgId: string,
  trainingIds: readonly string[],
): Promise<TrainingSessionRow[]> =>
  trainingIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('training_session')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('training_id', 'in', [...trainingIds])
        .orderBy('on_day')
        .orderBy('starts_at')
        .orderBy('id')
        .execute()

interface WhichPlaces {
  readonly trainingIds?: readonly string[]
  readonly workerId?: string
}

/** Who signed up, by training or by worker, and didn't take it back. */
const livePlaces = (db: Db, orgId: string, where: WhichPlaces) =>
  db
    .selectFrom('training_place as place')
    .selectAll('place')
    .where('place.org_id', '=', orgId)
    .where('place.until_day', 'is', null)
    .$if(where.trainingIds !== undefined, (query) =>
      query.where('place.training_id', '=', sql<string>`any(${[...(where.trainingIds ?? [])]}::uuid[])`),
    )
    .$if(where.workerId !== undefined, (query) => query.where('place.worker_id', '=', where.workerId ?? ''))

/** Seats taken; who waits for one isn't among them. */
export const listTrainingPlaces = (db: Db, orgId: string, where: WhichPlaces): Promise<TrainingPlaceRow[]> =>
  livePlaces(db, orgId, where).where('place.state', '=', 'seat').orderBy('place.id').execute()

export interface QueuedRow extends TrainingPlaceRow {
  readonly left: boolean
  readonly person_id: string | null
  readonly coordinator_id: string | null
}

/** Everybody who has a seat or waits for one, in the order in which they signed up, with what counts of the worker. */
export const listTrainingQueue = (db: Db, orgId: string, where: WhichPlaces): Promise<QueuedRow[]> =>
  livePlaces(db, orgId, where)
    .leftJoin('worker', (join) =>
      join.onRef('worker.org_id', '=', 'place.org_id').onRef('worker.id', '=', 'place.worker_id'),
    )
    .select(['worker.person_id', 'worker.coordinator_id'])
    .select(sql<boolean>`coalesce(worker.state = 'left', false)`.as('left'))
    .orderBy('place.number')
    .orderBy('place.id')
    .execute()

export async function insertTrainingPlace(tx: Tx, row: Insertable<TrainingPlaceTable>): Promise<void> {
  await tx.insertInto('training_place').values(row).execute()
}

export async function saveTrainingPlace(
  tx: Tx,
  row: Pick<TrainingPlaceRow, 'org_id' | 'id'>,
  changed: Updateable<TrainingPlaceTable>,
): Promise<void> {
  await tx
    .updateTable('training_place')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Who was there, of these trainings, or of all of one worker. */
export const listAttendance = (
  db: Db,
  orgId: string,
  where: { trainingIds: readonly string[]; workerIds?: readonly string[] },
): Promise<(TrainingAttendanceRow & { training_id: string })[]> =>
  db
    .selectFrom('training_attendance as attendance')
    .innerJoin('training_session as session', (join) =>
      join
        .onRef('session.org_id', '=', 'attendance.org_id')
        .onRef('session.id', '=', 'attendance.session_id'),
    )
    .selectAll('attendance')
    .select('session.training_id')
    .where('attendance.org_id', '=', orgId)
    .where('session.training_id', '=', sql<string>`any(${[...where.trainingIds]}::uuid[])`)
    .$if(where.workerIds !== undefined, (query) =>
      query.where('attendance.worker_id', '=', sql<string>`any(${[...(where.workerIds ?? [])]}::uuid[])`),
    )
    .execute()

/** Writes who was there; said anew, the last word counts. */
export async function putAttendance(
  tx: Tx,
  rows: readonly Insertable<TrainingAttendanceTable>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('training_attendance')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'session_id', 'worker_id']).doUpdateSet((e) => ({
        attendance: e.ref('excluded.attendance'),
        recorded_by: e.ref('excluded.recorded_by'),
        recorded_at: e.ref('excluded.recorded_at'),
      })),
    )
    .execute()
}
