import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { OwnSheetTable, OwnSheetVersionTable, SheetLicenceTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type OwnSheetRow = Selectable<OwnSheetTable>
export type OwnSheetVersionRow = Selectable<OwnSheetVersionTable>
export type SheetLicenceRow = Selectable<SheetLicenceTable>

/** The sheets of this organisation, of these programmes or of all; those that ended only by their own page. */
export const listOwnSheets = (
  db: Db,
  orgId: string,
  programmeIds: readonly string[] | null,
): Promise<OwnSheetRow[]> =>
  db
    .selectFrom('own_sheet')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('ended_on', 'is', null)
    .$if(programmeIds !== null, (query) =>
      query.where('programme_id', '=', (e) => e.fn.any(e.val([...(programmeIds ?? [])]))),
    )
    .orderBy('id')
    .execute()

export const findOwnSheet = (db: Db, orgId: string, id: string): Promise<OwnSheetRow | undefined> =>
  db.selectFrom('own_sheet').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

/** The row, held until the transaction ends: it guards all its versions. */
export const lockOwnSheet = (tx: Tx, orgId: string, id: string): Promise<OwnSheetRow | undefined> =>
  tx
    .selectFrom('own_sheet')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertOwnSheets(tx: Tx, rows: readonly Insertable<OwnSheetTable>[]): Promise<void> {
  await tx
    .insertInto('own_sheet')
    .values([...rows])
    .execute()
}

export async function endOwnSheetRow(tx: Tx, row: OwnSheetRow, on: Day, by: string): Promise<void> {
  await tx
    .updateTable('own_sheet')
    .set({ ended_on: on, ended_by: by })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export const listVersions = (
  db: Db,
  orgId: string,
  sheetIds: readonly string[],
): Promise<OwnSheetVersionRow[]> =>
  db
    .selectFrom('own_sheet_version')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('sheet_id', '=', (e) => e.fn.any(e.val([...sheetIds])))
    .orderBy('number')
    .execute()

export async function insertVersions(
  tx: Tx,
  rows: readonly Insertable<OwnSheetVersionTable>[],
): Promise<void> {
  await tx
    .insertInto('own_sheet_version')
    .values([...rows])
    .execute()
}

/** Writes a draft and counts its version up; a published one is beyond reach. */
export async function saveDraftVersion(
  tx: Tx,
  row: OwnSheetVersionRow,
  changed: Updateable<OwnSheetVersionTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('own_sheet_version')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('sheet_id', '=', row.sheet_id)
    .where('number', '=', row.number)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

export const listLicences = (db: Db, orgId: string): Promise<SheetLicenceRow[]> =>
  db.selectFrom('sheet_licence').selectAll().where('org_id', '=', orgId).orderBy('until_day').execute()

export async function insertLicence(tx: Tx, row: Insertable<SheetLicenceTable>): Promise<void> {
  await tx.insertInto('sheet_licence').values(row).execute()
}
