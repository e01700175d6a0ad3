import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'

/** Wrapped data keys of these owners; `null` where the key was destroyed, absent where there never was one. */
export async function findDataKeys(
  db: Db,
  orgId: string,
  ownerIds: readonly string[],
): Promise<Map<string, Buffer | null>> {
  const rows = await db
    .selectFrom('keys.data_key')
    .select(['owner_id', 'wrapped'])
    .where('org_id', '=', orgId)
    // One array, not a list of values: the same text for any number of owners, so that its plan is kept.
    .where('owner_id', '=', sql<string>`any(${[...ownerIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.owner_id, row.wrapped]))
}

export async function insertDataKeys(
  tx: Tx,
  orgId: string,
  keys: readonly { ownerId: string; wrapped: Buffer }[],
): Promise<void> {
  await tx
    .insertInto('keys.data_key')
    .values(keys.map((key) => ({ org_id: orgId, owner_id: key.ownerId, wrapped: key.wrapped })))
    .execute()
}

export async function destroyDataKey(
  tx: Tx,
  orgId: string,
  ownerId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('keys.data_key')
    .set({ wrapped: null, destroyed_at: at })
    .where('org_id', '=', orgId)
    .where('owner_id', '=', ownerId)
    .execute()
  // Heard by every process once this is committed, so that none keeps in memory what can't be read any more.
  await sql`select pg_notify(${erasedChannel}, ${`${orgId} ${ownerId}`})`.execute(tx)
}

/** Where the database tells of destroyed keys: `organisation owner`. */
export const erasedChannel = 'naast_erased'

/** Whose keys were destroyed, and when; oldest first. */
export const listDestroyedKeys = async (
  db: Db,
  orgId: string,
): Promise<{ ownerId: string; at: Temporal.Instant }[]> =>
  (
    await db
      .selectFrom('keys.data_key')
      .select(['owner_id', 'destroyed_at'])
      .where('org_id', '=', orgId)
      .where('destroyed_at', 'is not', null)
      .orderBy('destroyed_at')
      .orderBy('owner_id')
      .execute()
  ).flatMap((row) => (row.destroyed_at ? [{ ownerId: row.owner_id, at: row.destroyed_at }] : []))

/** The organisation's key as it is kept: wrapped by the key from outside the database, named by `wrapped_by`. */
export async function findOrganisationKey(
  db: Db,
  orgId: string,
): Promise<{ wrapped: Buffer; wrappedBy: string } | null> {
  const row = await db
    .selectFrom('keys.organisation_key')
    .select(['wrapped', 'wrapped_by'])
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  return row ? { wrapped: row.wrapped, wrappedBy: row.wrapped_by } : null
}

export async function insertOrganisationKey(
  tx: Tx,
  orgId: string,
  key: { wrapped: Buffer; wrappedBy: string },
): Promise<void> {
  await tx
    .insertInto('keys.organisation_key')
    .values({ org_id: orgId, wrapped: key.wrapped, wrapped_by: key.wrappedBy })
    .execute()
}
