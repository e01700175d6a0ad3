import { type Insertable, type Selectable, sql } from 'kysely'
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
