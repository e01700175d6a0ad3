import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { NetworkOrganisationTable } from '#db/tables.ts'

export type NetworkOrganisationRow = Selectable<NetworkOrganisationTable>

/** Organisations around us that are still there, by name. */
export const findNetworkOrganisations = (db: Db, orgId: string): Promise<NetworkOrganisationRow[]> =>
  db
    .selectFrom('network_organisation')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('until_day', 'is', null)
    .orderBy('name')
    .execute()

/** Which were written since anybody held them against where those around women work. */
export const findUncheckedNetwork = (
  db: Db,
  orgId: string,
  limit: number,
): Promise<NetworkOrganisationRow[]> =>
  db
    .selectFrom('network_organisation')
    .selectAll()
    .where('org_id', '=', orgId)
    .where(sql<boolean>`checked_version is distinct from version`)
    .orderBy('id')
    .limit(limit)
    .execute()

const byId = (db: Db, orgId: string, id: string) =>
  db.selectFrom('network_organisation').selectAll().where('org_id', '=', orgId).where('id', '=', id)

export const findNetworkOrganisation = (
  db: Db,
  orgId: string,
  id: string,
): Promise<NetworkOrganisationRow | undefined> => byId(db, orgId, id).executeTakeFirst()

export const lockNetworkOrganisation = (
  tx: Tx,
  orgId: string,
  id: string,
): Promise<NetworkOrganisationRow | undefined> => byId(tx, orgId, id).forUpdate().executeTakeFirst()

/** The row, or `undefined` if one with this name is there already. */
export const insertNetworkOrganisation = (
  tx: Tx,
  row: Insertable<NetworkOrganisationTable>,
): Promise<{ id: string } | undefined> =>
  tx
    .insertInto('network_organisation')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

export const findNamesakes = (db: Db, orgId: string, name: string): Promise<{ id: string }[]> =>
  db
    .selectFrom('network_organisation')
    .select('id')
    .where('org_id', '=', orgId)
    .where('until_day', 'is', null)
    .where((e) => e(e.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .execute()

/** Writes a locked row and counts its version up. */
export async function saveNetworkOrganisation(
  tx: Tx,
  row: NetworkOrganisationRow,
  changed: Updateable<NetworkOrganisationTable>,
): Promise<void> {
  await tx
    .updateTable('network_organisation')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
