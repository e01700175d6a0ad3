import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { type Db, json, type Tx } from '#db/connection.ts'
import type { ImportRowTable, ImportTable, ReferralTable } from '#db/tables.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import type { Actor } from '#domain/member/actor.ts'

export type ImportRecord = Selectable<ImportTable>
export type ImportRowRecord = Selectable<ImportRowTable>

/** The lists this actor may see: coordinators all of their organisation's, everyone else none. */
const visibleImports = (db: Db, actor: Actor) =>
  db
    .selectFrom('import')
    .where('import.org_id', '=', actor.orgId)
    .where((e) => e.lit(importPolicy.use(actor)))

export const findImport = (db: Db, actor: Actor, id: string): Promise<ImportRecord | undefined> =>
  visibleImports(db, actor).selectAll('import').where('import.id', '=', id).executeTakeFirst()

/** The row, held until the transaction ends: two people or two tabs take turns. */
export const lockImport = (tx: Tx, actor: Actor, id: string): Promise<ImportRecord | undefined> =>
  visibleImports(tx, actor).selectAll('import').where('import.id', '=', id).forUpdate().executeTakeFirst()

export const listImports = (db: Db, actor: Actor, limit: number): Promise<ImportRecord[]> =>
  visibleImports(db, actor).selectAll('import').orderBy('created_at', 'desc').limit(limit).execute()

export async function insertImport(tx: Tx, row: Insertable<ImportTable>): Promise<void> {
  await tx.insertInto('import').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveImport(tx: Tx, row: ImportRecord, changed: Updateable<ImportTable>): Promise<void> {
  await tx
    .updateTable('import')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Rows in one statement; a database takes some tens of thousands of values at once. */
const insertAtOnce = 2000

export async function insertImportRows(tx: Tx, rows: readonly Insertable<ImportRowTable>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += insertAtOnce)
    await tx
      .insertInto('import_row')
      .values(rows.slice(at, at + insertAtOnce))
      .execute()
}

/** Rows of one list in their own order; with these verdicts only, if any are given. */
export const listImportRows = (
  db: Db,
  orgId: string,
  importId: string,
  where: { verdicts?: readonly string[]; limit: number; offset?: number },
): Promise<ImportRowRecord[]> => {
  const { verdicts } = where
  return db
    .selectFrom('import_row')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('import_id', '=', importId)
    .$if(verdicts !== undefined, (query) => query.where('verdict', 'in', [...(verdicts ?? [])]))
    .orderBy('row_number')
    .limit(where.limit)
    .offset(where.offset ?? 0)
    .execute()
}

export async function countImportRows(db: Db, orgId: string, importId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('import_row')
    .select((e) => ['verdict', e.fn.countAll<number>().as('count')])
    .where('org_id', '=', orgId)
    .where('import_id', '=', importId)
    .groupBy('verdict')
    .execute()
  return new Map(rows.map(({ verdict, count }) => [verdict, Number(count)]))
}

/** Keeps what was judged of each row, in one statement. */
export async function saveVerdicts(
  tx: Tx,
  orgId: string,
  rows: readonly { id: string; verdict: string; reasons: unknown }[],
): Promise<void> {
  await sql`
    update import_row set verdict = judged.verdict, reasons = judged.reasons
    from jsonb_to_recordset(${json(rows)}::jsonb) as judged (id uuid, verdict text, reasons jsonb)
    where import_row.org_id = ${orgId} and import_row.id = judged.id
  `.execute(tx)
}

/** Rows that became referrals. What stood in them is now in the women's own files, so it goes here. */
export async function markImported(
  tx: Tx,
  orgId: string,
  rows: readonly { id: string; referral_id: string }[],
): Promise<void> {
  await sql`
    update import_row set verdict = 'imported', reasons = '[]', cells_sealed = ''::bytea, referral_id = made.referral_id
    from jsonb_to_recordset(${json(rows)}::jsonb) as made (id uuid, referral_id uuid)
    where import_row.org_id = ${orgId} and import_row.id = made.id
  `.execute(tx)
}

export async function deleteImportRows(tx: Tx, orgId: string, importId: string): Promise<void> {
  await tx.deleteFrom('import_row').where('org_id', '=', orgId).where('import_id', '=', importId).execute()
}

/** Why a referral was withdrawn, when its whole list was. */
const importUndone = 'import-undone'

export type ImportedReferral = Pick<Selectable<ReferralTable>, 'id' | 'person_id' | 'state' | 'version'>

const referralsOfImport = (db: Db, orgId: string, importId: string) =>
  db
    .selectFrom('referral')
    .select(['id', 'person_id', 'state', 'version'])
    .where('org_id', '=', orgId)
    .where('import_id', '=', importId)
    .orderBy('id')

/** Referrals that came from a list, except those that were taken back. */
export const listStayedReferrals = (db: Db, orgId: string, importId: string): Promise<ImportedReferral[]> =>
  referralsOfImport(db, orgId, importId)
    .where((e) => e.or([e('decision_code', 'is', null), e('decision_code', '!=', importUndone)]))
    .execute()

/** Referrals that came from a list, held until the transaction ends. */
export const lockReferralsOfImport = (tx: Tx, orgId: string, importId: string): Promise<ImportedReferral[]> =>
  referralsOfImport(tx, orgId, importId).forUpdate().execute()

/** Takes these referrals of a list back, and marks their rows. */
export async function withdrawImported(
  tx: Tx,
  orgId: string,
  importId: string,
  referralIds: readonly string[],
  by: { memberId: string | null; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('referral')
    .set((e) => ({
      state: 'withdrawn',
      decision_code: importUndone,
      decided_by: by.memberId,
      decided_at: by.at,
      version: e('version', '+', 1),
    }))
    .where('org_id', '=', orgId)
    .where('import_id', '=', importId)
    .where('id', '=', sql<string>`any(${[...referralIds]}::uuid[])`)
    .execute()
  await tx
    .updateTable('import_row')
    .set({ verdict: 'undone' })
    .where('org_id', '=', orgId)
    .where('import_id', '=', importId)
    .where('referral_id', '=', sql<string>`any(${[...referralIds]}::uuid[])`)
    .execute()
}

/** Leaves nothing to be found by in files whose keys were destroyed, also not in names kept in memory elsewhere. */
export async function blankPeople(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('person')
    .set((e) => ({
      phone_print: null,
      email_print: null,
      birth_day_print: null,
      address_print: null,
      street_print: null,
      area: null,
      languages: [],
      interpreter: null,
      name_changed_at: at,
      version: e('version', '+', 1),
    }))
    .where('org_id', '=', orgId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}
