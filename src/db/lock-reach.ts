import { sql } from 'kysely'
import { type Db, goesAhead, type Tx } from '#db/connection.ts'

/**
 * What the locks of this moment hide from whom: the one thing that every policy looks at (`0043-file-lock.ts`). No
 * other floor reads it, and here it is only ever copied along: whatever comes under a hidden file is hidden as that
 * file is, and whoever comes to be somebody who is barred is barred as she is. So it grows also in the hands of who
 * can't see the lock herself.
 */

/** Everything of hers and everybody behind the one it is against, as they are now. */
export async function spreadReach(tx: Tx, orgId: string, lockId: string): Promise<void> {
  await sql`
    insert into lock_reach (org_id, barred_id, hidden_id, lock_id)
    select l.org_id, barred.id, hidden.id, l.id
    from file_lock l
      left join member locked on locked.org_id = l.org_id and locked.id = l.member_id
      cross join lateral (
        select l.member_id as id
        union select coalesce(l.worker_id, locked.worker_id)
        union select l.network_organisation_id
        union select m.id from member m where m.org_id = l.org_id and m.worker_id = coalesce(l.worker_id, locked.worker_id)
        union select k.member_id from referrer_link k
          where k.org_id = l.org_id and k.network_organisation_id = l.network_organisation_id
        union select s.id from service s where s.org_id = l.org_id and s.network_organisation_id = l.network_organisation_id
      ) barred
      cross join lateral (
        select l.person_id as id
        union select r.id from referral r where r.org_id = l.org_id and r.person_id = l.person_id
        union select t.id from trajectory t where t.org_id = l.org_id and t.person_id = l.person_id
        union select t.child_id from trajectory t where t.org_id = l.org_id and t.person_id = l.person_id
        union select theirs.person_id from household_member hers
          join household_member theirs on theirs.org_id = hers.org_id and theirs.household_id = hers.household_id
          join person on person.org_id = theirs.org_id and person.id = theirs.person_id
          where hers.org_id = l.org_id and hers.person_id = l.person_id and person.kind in ('child', 'contact')
      ) hidden
    where l.org_id = ${orgId} and l.id = ${lockId} and barred.id is not null and hidden.id is not null
    on conflict do nothing`.execute(tx)
}

/** Whether any file is hidden from this member, directly or for whom she stands behind. */
export const isBarred = async (db: Db, orgId: string, memberId: string): Promise<boolean> =>
  (await db
    .selectFrom('lock_reach')
    .select('lock_id')
    .where('org_id', '=', orgId)
    .where('barred_id', '=', memberId)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** The lock is lifted. */
export async function dropReach(tx: Tx, orgId: string, lockId: string): Promise<void> {
  await tx.deleteFrom('lock_reach').where('org_id', '=', orgId).where('lock_id', '=', lockId).execute()
}

/** New rows of people whose files may be hidden: what is hidden from whom goes for these too. */
export async function hideWith(
  tx: Tx,
  orgId: string,
  rows: readonly { readonly id: string; readonly person_id: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into lock_reach (org_id, barred_id, hidden_id, lock_id)
    select r.org_id, r.barred_id, added.id, r.lock_id
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ person_id }) => person_id)}::uuid[]) as added (id, of)
      join lock_reach r on r.org_id = ${orgId} and r.hidden_id = added.of
    on conflict do nothing ${goesAhead}`.execute(tx)
}

/** Children and others who came to live with somebody whose file is hidden; another woman's file is her own. */
export async function hideHousehold(tx: Tx, orgId: string, householdIds: readonly string[]): Promise<void> {
  if (householdIds.length === 0) return
  await sql`
    insert into lock_reach (org_id, barred_id, hidden_id, lock_id)
    select r.org_id, r.barred_id, added.person_id, r.lock_id
    from household_member hers
      join lock_reach r on r.org_id = hers.org_id and r.hidden_id = hers.person_id
      join file_lock l on l.org_id = r.org_id and l.id = r.lock_id and l.person_id = hers.person_id
      join household_member added on added.org_id = hers.org_id and added.household_id = hers.household_id
      join person on person.org_id = added.org_id and person.id = added.person_id
    where hers.org_id = ${orgId} and hers.household_id = any(${[...householdIds]}::uuid[])
      and person.kind in ('child', 'contact')
    on conflict do nothing ${goesAhead}`.execute(tx)
}

/** An account, a referrer or a system comes to belong to a worker or an organisation: barred from what that one is. */
export async function barWith(
  tx: Tx,
  orgId: string,
  { id, of }: { readonly id: string; readonly of: string },
): Promise<void> {
  await sql`
    insert into lock_reach (org_id, barred_id, hidden_id, lock_id)
    select org_id, ${id}::uuid, hidden_id, lock_id from lock_reach where org_id = ${orgId} and barred_id = ${of}
    on conflict do nothing ${goesAhead}`.execute(tx)
}

/** Which of these (members, workers, services) may not see any of these ids. */
export async function findBarred(
  db: Db,
  orgId: string,
  among: readonly string[],
  hidden: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  if (among.length === 0 || hidden.length === 0) return new Map()
  const rows = await db
    .selectFrom('lock_reach')
    .select(['barred_id', 'hidden_id'])
    .where('org_id', '=', orgId)
    .where('barred_id', '=', sql<string>`any(${[...among]}::uuid[])`)
    .where('hidden_id', '=', sql<string>`any(${[...hidden]}::uuid[])`)
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ barred_id }) => barred_id)].map(([id, from]) => [
      id,
      new Set(from.map(({ hidden_id }) => hidden_id)),
    ]),
  )
}

/**
 * May whom this message goes to not see the file it is about? Who is asked in danger is known by the message, who
 * referred by the referral. Where a whole organisation is locked out and whoever referred has no account, nobody can
 * say that he isn't of it.
 */
export async function isRecipientBarred(
  db: Db,
  orgId: string,
  to: { personId: string; referralId: string | null; messageId: string | null; toReferrer: boolean },
): Promise<boolean> {
  const { rows } = await sql<{ barred: boolean }>`
    select exists (select from lock_reach r where r.org_id = ${orgId} and r.hidden_id = ${to.personId} and (
        r.barred_id in (select asked_id from concern_step where org_id = ${orgId} and message_id = ${to.messageId}::uuid)
        or ${to.toReferrer} and r.barred_id in (
          select unnest(array[referrer_member_id, service_id]) from referral
          where org_id = ${orgId} and id = ${to.referralId}::uuid)
      )) or ${to.toReferrer} and exists (select from file_lock l join referral f
        on f.org_id = l.org_id and f.person_id = l.person_id and f.id = ${to.referralId}::uuid
        where l.org_id = ${orgId} and l.person_id = ${to.personId} and l.state <> 'lifted'
          and l.network_organisation_id is not null and f.referrer_member_id is null and f.service_id is null) as barred
  `.execute(db)
  return rows[0]?.barred ?? false
}

/** In a query that has both: this service may see this referral. Without looking at who asks, for Naast's own jobs. */
export const notBarred = sql<boolean>`not exists (select from lock_reach r
  where r.org_id = referral.org_id and r.barred_id = service.id and r.hidden_id = referral.id)`

/**
 * Reads what no page may show and no answer may hold: the whole, to see that nothing is missing from it. Who asked
 * is who asks again afterwards; a failure in between ends the transaction, and this with it.
 */
export async function beyondLocks<Result>(
  tx: Tx,
  viewerId: string | null,
  read: () => Promise<Result>,
): Promise<Result> {
  if (viewerId === null) return read()
  await sql`set local naast.viewer = ''`.execute(tx)
  const result = await read()
  await sql`set local naast.viewer = ${sql.lit(viewerId)}`.execute(tx)
  return result
}
