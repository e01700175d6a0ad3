import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { AroundRow } from '#db/person-around.ts'
import type { PersonTable } from '#db/tables.ts'

/** A person as she is held against somebody: sealed, with the key that opens it. */
export interface ComparedPerson {
  readonly id: string
  readonly kind: PersonTable['kind']
  readonly name_sealed: Buffer
  readonly phone_sealed: Buffer | null
  readonly birth_day_sealed: Buffer | null
  readonly version: number
  readonly wrapped: Buffer | null
}

const people = (db: Db, orgId: string) =>
  db
    .selectFrom('person')
    .innerJoin('keys.data_key as key', (join) =>
      join.onRef('key.org_id', '=', 'person.org_id').onRef('key.owner_id', '=', 'person.id'),
    )
    .select([
      'person.id',
      'person.kind',
      'person.name_sealed',
      'person.phone_sealed',
      'person.birth_day_sealed',
      'person.version',
      'key.wrapped',
    ])
    .where('person.org_id', '=', orgId)
    .where('person.kind', '<>', 'contact')

export const findComparedPeople = (
  db: Db,
  orgId: string,
  ids: readonly string[],
): Promise<ComparedPerson[]> =>
  people(db, orgId)
    .where('person.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

/** Who was written since anybody held her against those around women. */
export const findUncheckedPeople = (db: Db, orgId: string, limit: number): Promise<ComparedPerson[]> =>
  people(db, orgId)
    .where(sql<boolean>`person.checked_version is distinct from person.version`)
    .orderBy('person.id')
    .limit(limit)
    .execute()

/** Everybody, some at a time in order of id. */
export const pageOfComparedPeople = (
  db: Db,
  orgId: string,
  after: string | null,
  limit: number,
): Promise<ComparedPerson[]> =>
  people(db, orgId)
    .$if(after !== null, (query) => query.where('person.id', '>', after))
    .orderBy('person.id')
    .limit(limit)
    .execute()

/** Anybody's file with one of these keyed hashes. */
export async function findByPrints(
  db: Db,
  orgId: string,
  { phones, birthDays }: { phones: readonly Buffer[]; birthDays: readonly Buffer[] },
): Promise<string[]> {
  if (phones.length + birthDays.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('org_id', '=', orgId)
    .where('kind', '<>', 'contact')
    .where((e) =>
      e.or([
        e('phone_print', '=', sql<Buffer>`any(${[...phones]}::bytea[])`),
        e('birth_day_print', '=', sql<Buffer>`any(${[...birthDays]}::bytea[])`),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** A professional who referred without an account, as the referral has it under the woman's key. */
export interface ComparedReferrer {
  readonly id: string
  readonly person_id: string
  readonly referrer_sealed: Buffer | null
  readonly version: number
}

const referrers = (db: Db, orgId: string) =>
  db
    .selectFrom('referral')
    .select(['id', 'person_id', 'referrer_sealed', 'version'])
    .where('org_id', '=', orgId)
    .where('referrer_member_id', 'is', null)
    .where('referrer_sealed', 'is not', null)

export const findUncheckedReferrers = (db: Db, orgId: string, limit: number): Promise<ComparedReferrer[]> =>
  referrers(db, orgId).where('checked_version', 'is', null).orderBy('id').limit(limit).execute()

export const pageOfReferrers = (
  db: Db,
  orgId: string,
  where: { since: Temporal.Instant; after: string | null; limit: number },
): Promise<ComparedReferrer[]> =>
  referrers(db, orgId)
    .where('received_at', '>=', where.since)
    .$if(where.after !== null, (query) => query.where('id', '>', where.after))
    .orderBy('id')
    .limit(where.limit)
    .execute()

export const findReferrers = (db: Db, orgId: string, ids: readonly string[]): Promise<ComparedReferrer[]> =>
  referrers(db, orgId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

/** Somebody around a woman of whom something was said or changed since the last check; also who is it no more. */
export const findUncheckedAround = (db: Db, orgId: string, limit: number): Promise<AroundRow[]> =>
  db
    .selectFrom('person_around')
    .selectAll()
    .where('org_id', '=', orgId)
    .where(sql<boolean>`checked_version is distinct from version`)
    .orderBy('id')
    .limit(limit)
    .execute()

const checked = ['person', 'member', 'person_around', 'referral', 'network_organisation'] as const
export type CheckedTable = (typeof checked)[number]

/** The same indexes as the lists above are read by, and no row of them. */
export async function isAnythingUnchecked(db: Db, orgId: string): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from person_around where org_id = ${orgId} and checked_version is distinct from version)
      or exists (select from person
        where org_id = ${orgId} and checked_version is distinct from version and kind <> 'contact')
      or exists (select from member where org_id = ${orgId} and checked_version is distinct from version)
      or exists (select from network_organisation where org_id = ${orgId} and checked_version is distinct from version)
      or exists (select from referral where org_id = ${orgId} and checked_version is null
        and referrer_member_id is null and referrer_sealed is not null) as any
  `.execute(db)
  return rows[0]?.any ?? false
}

/** Keeps which version was checked: what was written meanwhile is another version and is checked again. */
export async function markChecked(
  tx: Tx,
  orgId: string,
  table: CheckedTable,
  rows: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update ${sql.table(table)} set checked_version = done.version
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ version }) => version)}::int[]) as done (id, version)
    where ${sql.table(table)}.org_id = ${orgId} and ${sql.table(table)}.id = done.id
  `.execute(tx)
}

/** Which of these people live in one household, by the household's id: a child at home is no stranger. */
export async function findHouseholds(
  db: Db,
  orgId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('household_member')
    .select(['person_id', 'household_id'])
    .where('org_id', '=', orgId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('until_day', 'is', null)
    .execute()
  return new Map(rows.map(({ person_id, household_id }) => [person_id, household_id]))
}
