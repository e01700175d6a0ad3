import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { SafeContactPolicyTable } from '#db/tables.ts'

export type SafeContactRow = Selectable<SafeContactPolicyTable>

/** The terms that count now; earlier ones stay, ended. Visibility is decided by whoever found the person. */
export const findSafeContact = (
  db: Db,
  orgId: string,
  personId: string,
): Promise<SafeContactRow | undefined> =>
  db
    .selectFrom('safe_contact_policy')
    .select([
      'org_id',
      'id',
      'person_id',
      'terms_sealed',
      'from_at',
      'until_at',
      'confirmed_on',
      'confirmed_by',
    ])
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('until_at', 'is', null)
    .executeTakeFirst()

/** The terms that count now, held until the transaction ends; her file is held too, for the first terms. */
export async function lockSafeContact(
  tx: Tx,
  orgId: string,
  personId: string,
): Promise<SafeContactRow | undefined> {
  await tx
    .selectFrom('person')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', '=', personId)
    .forUpdate()
    .execute()
  return findSafeContact(tx, orgId, personId)
}

/** Puts new terms in the place of those that counted until now. Call with her file held. */
export async function replaceSafeContact(tx: Tx, row: Insertable<SafeContactPolicyTable>): Promise<void> {
  await tx
    .updateTable('safe_contact_policy')
    .set({ until_at: row.from_at })
    .where('org_id', '=', row.org_id)
    .where('person_id', '=', row.person_id)
    .where('until_at', 'is', null)
    .execute()
  await tx.insertInto('safe_contact_policy').values(row).execute()
}

/** First terms of many people at once, for a synthetic region. */
export async function insertSafeContacts(
  tx: Tx,
  rows: readonly Insertable<SafeContactPolicyTable>[],
): Promise<void> {
  await tx
    .insertInto('safe_contact_policy')
    .values([...rows])
    .execute()
}

/** Her open trajectories, each with the last moment at which its phase changed. */
export async function findCoursesOf(
  db: Db,
  orgId: string,
  personId: string,
): Promise<{ programme_id: string; programme_version: string; turned_at: Temporal.Instant | null }[]> {
  const { rows } = await sql<{
    programme_id: string
    programme_version: string
    turned_at: Temporal.Instant | null
  }>`
    select t.programme_id, t.programme_version, ${lastTurn} as turned_at
    from trajectory t left join trajectory_phase p on p.org_id = t.org_id and p.trajectory_id = t.id
    where t.org_id = ${orgId} and t.person_id = ${personId} and t.state <> 'closed'
    group by t.org_id, t.id
  `.execute(db)
  return rows
}

/** Over the phases `p` of one trajectory: when it last came into another or out of one. That it began is no change. */
export const lastTurn = sql<Temporal.Instant | null>`
  greatest(nullif(max(p.began_at), min(p.began_at)), max(p.ended_at))`
