import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { type Db, enterOrganisation, type Tx } from '#db/connection.ts'
import type { OrganisationTable } from '#db/tables.ts'

export type OrganisationRow = Selectable<OrganisationTable>

/** The organisation whose work this is. The use-case door has made sure that it exists. */
export const findOrganisation = (db: Db, orgId: string): Promise<OrganisationRow> =>
  db.selectFrom('organisation').selectAll().where('id', '=', orgId).executeTakeFirstOrThrow()

/** Holds the first run until the transaction ends, so that two of them can't both find the place empty. */
export async function lockFirstRun(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('naast first run'))`.execute(tx)
}

/** Is there any organisation yet? Asked by the login role, before any organisation is entered. */
export async function hasOrganisation(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('organisation').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** Makes the organisation and enters it: the rest of the transaction is its work. */
export async function insertOrganisation(tx: Tx, row: Insertable<OrganisationTable>): Promise<void> {
  await enterOrganisation(tx, row.id)
  await tx.insertInto('organisation').values(row).execute()
}

/** The organisation whose public page was asked for; `null` if there is none. Names no person. */
export async function findHost(
  db: Db,
  slug: string,
): Promise<{
  orgId: string
  name: string
  slug: string
  theme: string
  zone: string
  exitUrl: string | null
} | null> {
  const row = await db.selectFrom('organisation').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row
    ? {
        orgId: row.id,
        name: row.name,
        slug: row.slug,
        theme: row.theme,
        zone: row.time_zone,
        exitUrl: row.exit_url,
      }
    : null
}

/** Row-level security lets an organisation change no other than itself. */
export async function updateOrganisation(
  tx: Tx,
  orgId: string,
  changed: Pick<
    Updateable<OrganisationTable>,
    | 'name'
    | 'language'
    | 'theme'
    | 'exit_url'
    | 'glass_per_week'
    | 'passkeys_from'
    | 'calendars'
    | 'on_call_phone'
    | 'offline'
    | 'own_device'
  >,
): Promise<void> {
  await tx.updateTable('organisation').set(changed).where('id', '=', orgId).execute()
}

/** What another organisation in this Naast is called: for whom it made an agreement with. */
export async function findOrganisationName(db: Db, orgId: string): Promise<string | null> {
  const row = await db.selectFrom('organisation').select('name').where('id', '=', orgId).executeTakeFirst()
  return row?.name ?? null
}
