import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { FileLockStepTable, FileLockTable } from '#db/tables.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type FileLockRow = Selectable<FileLockTable>
export type FileLockStepRow = Selectable<FileLockStepTable>

/**
 * The locks this actor may see: who answers for files, and never one that is against herself. The database keeps that,
 * as it keeps the file itself away.
 */
const visibleFileLocks = (db: Db, actor: Actor) =>
  db
    .selectFrom('file_lock')
    .where('file_lock.org_id', '=', actor.orgId)
    .where((e) => e.lit(isMemberWith(actor, 'coordinator', 'safeguarding_lead', 'privacy_officer')))

/** Of one person, the newest first; those that were lifted too. */
export const findFileLocksOf = (db: Db, actor: Actor, personId: string): Promise<FileLockRow[]> =>
  visibleFileLocks(db, actor)
    .selectAll('file_lock')
    .where('file_lock.person_id', '=', personId)
    .orderBy('file_lock.id', 'desc')
    .execute()

/** What stands in the whole organisation; first what somebody asked to lift. */
export const findFileLocks = (db: Db, actor: Actor, limit: number): Promise<FileLockRow[]> =>
  visibleFileLocks(db, actor)
    .selectAll('file_lock')
    .where('file_lock.state', '<>', 'lifted')
    .orderBy('file_lock.lift_asked_at', (order) => order.asc().nullsLast())
    .orderBy('file_lock.id', 'desc')
    .limit(limit)
    .execute()

/** How many somebody asked to lift, by others than this one: she may answer these. */
export async function countLiftsAsked(db: Db, actor: Actor, memberId: string): Promise<number> {
  const { count } = await visibleFileLocks(db, actor)
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('file_lock.state', '=', 'lift_asked')
    .where('file_lock.lift_asked_by', '<>', memberId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const findFileLock = (db: Db, actor: Actor, id: string): Promise<FileLockRow | undefined> =>
  visibleFileLocks(db, actor).selectAll('file_lock').where('file_lock.id', '=', id).executeTakeFirst()

/** The row, held: two who decide about one lock do so after each other. */
export const holdFileLock = (tx: Tx, actor: Actor, id: string): Promise<FileLockRow | undefined> =>
  visibleFileLocks(tx, actor)
    .selectAll('file_lock')
    .where('file_lock.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertFileLock(tx: Tx, row: Insertable<FileLockTable>): Promise<void> {
  await tx.insertInto('file_lock').values(row).execute()
}

/** Writes a held row and counts its version up. */
export async function saveFileLock(
  tx: Tx,
  row: FileLockRow,
  changed: Updateable<FileLockTable>,
): Promise<void> {
  await tx
    .updateTable('file_lock')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertFileLockStep(tx: Tx, row: Insertable<FileLockStepTable>): Promise<void> {
  await tx.insertInto('file_lock_step').values(row).execute()
}

/** What happened with these locks, in order. */
export const listFileLockSteps = (
  db: Db,
  orgId: string,
  lockIds: readonly string[],
): Promise<FileLockStepRow[]> =>
  lockIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('file_lock_step')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('lock_id', 'in', [...lockIds])
        .orderBy('id')
        .execute()
