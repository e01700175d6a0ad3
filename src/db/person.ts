import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PersonTable } from '#db/tables.ts'

/** Without what only the check of collisions looks at. */
export type PersonRow = Omit<Selectable<PersonTable>, 'checked_version'>

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
    .select([
      'person.id',
      'person.name_sealed',
      'person.birth_day_sealed',
      'person.area',
      'person.version',
      'key.wrapped',
    ])
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

const printColumns = ['phone_print', 'email_print', 'birth_day_print', 'address_print'] as const

const withAnyOf = (db: Db, orgId: string, { phone, email, birthDay, address }: Prints) =>
  db
    .selectFrom('person')
    .where('person.org_id', '=', orgId)
    .where('person.kind', '=', 'mother')
    .where((e) =>
      // One array each, not a list of values: the same text for any number of hashes, so that its plan is kept.
      e.or([
        e('phone_print', '=', sql<Buffer>`any(${[...phone]}::bytea[])`),
        e('email_print', '=', sql<Buffer>`any(${[...email]}::bytea[])`),
        e('birth_day_print', '=', sql<Buffer>`any(${[...birthDay]}::bytea[])`),
        e('address_print', '=', sql<Buffer>`any(${[...address]}::bytea[])`),
      ]),
    )

/** She stands in our files for something else than an import that was undone. */
const standing = sql<boolean>`exists (
  select from referral left join import on import.org_id = referral.org_id and import.id = referral.import_id
  where referral.org_id = person.org_id and referral.person_id = person.id and import.undone_at is null)`

/** Mothers with one of these hashes, whatever the actor may see. Files that only an undone import made don't count. */
export const findMothersByPrints = async (
  db: Db,
  orgId: string,
  prints: Prints,
  limit: number,
): Promise<PersonRow[]> =>
  Object.values(prints).every((hashes) => hashes.length === 0)
    ? []
    : withAnyOf(db, orgId, prints).selectAll().where(standing).orderBy('id').limit(limit).execute()

export type PrintsRow = Pick<PersonRow, 'id' | 'version' | (typeof printColumns)[number]>

/** Who has one of these hashes, and which: nothing else of their files, for there may be many. */
export const findPrintsOfMothers = (db: Db, orgId: string, prints: Prints): Promise<PrintsRow[]> =>
  withAnyOf(db, orgId, prints)
    .select(['id', 'version', ...printColumns])
    .execute()

/** These mothers' files, in order of id, without those that only an undone import made. */
export const findStandingMothers = (db: Db, orgId: string, ids: readonly string[]): Promise<PersonRow[]> =>
  db
    .selectFrom('person')
    .select(columns)
    .where('org_id', '=', orgId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(standing)
    .orderBy('id')
    .execute()

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
