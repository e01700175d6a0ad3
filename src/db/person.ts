import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PersonTable } from '#db/tables.ts'

export type PersonRow = Selectable<PersonTable>

export async function insertPeople(tx: Tx, people: readonly Insertable<PersonTable>[]): Promise<void> {
  await tx
    .insertInto('person')
    .values([...people])
    .execute()
}

/** Written out, for the plan of what is asked on every page to be kept. */
const columns = [
  'org_id',
  'id',
  'kind',
  'name_sealed',
  'phone_sealed',
  'email_sealed',
  'birth_day_sealed',
  'address_sealed',
  'area',
  'phone_print',
  'email_print',
  'birth_day_print',
  'address_print',
  'street_print',
  'languages',
  'interpreter',
  'version',
  'created_at',
  'name_changed_at',
] as const

/** These people's rows. Visibility is decided by whoever found the ids: a trajectory, a referral, a worker. */
export const findPeople = (db: Db, orgId: string, ids: readonly string[]): Promise<PersonRow[]> =>
  db
    .selectFrom('person')
    .select(columns)
    .where('org_id', '=', orgId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

/** Names and birth days, sealed, with the keys that open them. */
export const findNames = (db: Db, orgId: string, ids: readonly string[]) =>
  db
    .selectFrom('person')
    .innerJoin('keys.data_key as key', (join) =>
      join.onRef('key.org_id', '=', 'person.org_id').onRef('key.owner_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.name_sealed', 'person.birth_day_sealed', 'person.version', 'key.wrapped'])
    .where('person.org_id', '=', orgId)
    .where('person.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

/** Writes if nobody else did since `version`; false if somebody did. */
export async function updatePerson(
  tx: Tx,
  orgId: string,
  id: string,
  version: number,
  changed: Updateable<PersonTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ ...changed, version: version + 1 })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keyed hashes to look for; a person who has any of them is found. */
export interface Prints {
  readonly phone: readonly Buffer[]
  readonly email: readonly Buffer[]
  readonly birthDay: readonly Buffer[]
  readonly address: readonly Buffer[]
}
export const noPrints: Prints = { phone: [], email: [], birthDay: [], address: [] }

/**
 * Mothers with one of these hashes, whatever the actor may see: to propose that two files are one woman. Files that
 * only an undone import made don't count.
 */
export async function findMothersByPrints(
  db: Db,
  orgId: string,
  prints: Prints,
  limit: number,
): Promise<PersonRow[]> {
  const wanted = [
    ['phone_print', prints.phone],
    ['email_print', prints.email],
    ['birth_day_print', prints.birthDay],
    ['address_print', prints.address],
  ] as const
  const asked = wanted.filter(([, values]) => values.length > 0)
  if (asked.length === 0) return []
  return db
    .selectFrom('person')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('kind', '=', 'mother')
    .where((e) => e.or(asked.map(([column, values]) => e(column, 'in', [...values]))))
    .where((e) =>
      e.exists(
        e
          .selectFrom('referral')
          .leftJoin('import', (join) =>
            join.onRef('import.org_id', '=', 'referral.org_id').onRef('import.id', '=', 'referral.import_id'),
          )
          .select('referral.id')
          .whereRef('referral.org_id', '=', 'person.org_id')
          .whereRef('referral.person_id', '=', 'person.id')
          .where('import.undone_at', 'is', null),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .execute()
}

/**
 * Who has a name that may be searched and was written since, with the version of her file, in order of id after
 * `after`: to see what names in memory are behind.
 */
export const findNameVersions = (
  db: Db,
  orgId: string,
  where: { since: Temporal.Instant | null; after: string | null; limit: number },
): Promise<Pick<PersonRow, 'id' | 'version'>[]> =>
  db
    .selectFrom('person')
    .select(['id', 'version'])
    .where('org_id', '=', orgId)
    .where('kind', 'in', ['mother', 'worker'])
    .$if(where.since !== null, (query) => query.where('name_changed_at', '>=', where.since))
    .$if(where.after !== null, (query) => query.where('id', '>', where.after))
    .orderBy('id')
    .limit(where.limit)
    .execute()
