import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ConsentTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type ConsentRow = Selectable<ConsentTable>

/** Her live and earlier answers, newest first: those of this trajectory and those that belong to none. */
export const findConsents = (
  db: Db,
  orgId: string,
  personId: string,
  trajectoryId: string | null,
): Promise<ConsentRow[]> =>
  db
    .selectFrom('consent')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where((e) =>
      trajectoryId === null
        ? e('trajectory_id', 'is', null)
        : e.or([e('trajectory_id', 'is', null), e('trajectory_id', '=', trajectoryId)]),
    )
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Holds her register until the transaction ends, so that two answers can't both be the latest. */
export async function lockConsents(tx: Tx, orgId: string, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consent|${orgId}|${personId}`}, 0))`.execute(tx)
}

export async function insertConsent(tx: Tx, row: Insertable<ConsentTable>): Promise<void> {
  await tx.insertInto('consent').values(row).execute()
}

/** Marks answers as followed by a newer one. They stay. */
export async function supersedeConsents(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
  at: Temporal.Instant,
  today: Day,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('consent')
    .set({ superseded_at: at, until_day: sql<Day>`least(until_day, ${today}::date)` })
    .where('org_id', '=', orgId)
    .where('id', 'in', [...ids])
    .execute()
}
