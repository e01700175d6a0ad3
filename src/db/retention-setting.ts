import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { RetentionSettingTable } from '#db/tables.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import type { LegalRegime } from '#domain/erasure/retention-terms.ts'
import type { Actor } from '#domain/member/actor.ts'

export type RetentionSettingRow = Selectable<RetentionSettingTable>

const visibleSettings = (db: Db, actor: Actor) =>
  db
    .selectFrom('retention_setting')
    .where('retention_setting.org_id', '=', actor.orgId)
    .where((e) => e.lit(erasurePolicy.setRetention(actor)))

/** What is asked and what stands first, then what was, the newest first. */
export const listSettings = (db: Db, actor: Actor, limit: number): Promise<RetentionSettingRow[]> =>
  visibleSettings(db, actor)
    .selectAll('retention_setting')
    .orderBy(sql`state in ('asked', 'standing')`, 'desc')
    .orderBy('asked_at', 'desc')
    .limit(limit)
    .execute()

export const lockSetting = (tx: Tx, actor: Actor, id: string): Promise<RetentionSettingRow | undefined> =>
  visibleSettings(tx, actor)
    .selectAll('retention_setting')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The one that holds now, to be replaced by another. */
export const lockStanding = (tx: Tx, orgId: string): Promise<RetentionSettingRow | undefined> =>
  tx
    .selectFrom('retention_setting')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '=', 'standing')
    .forUpdate()
    .executeTakeFirst()

export const countAsked = async (db: Db, orgId: string): Promise<number> =>
  (
    await db
      .selectFrom('retention_setting')
      .select('id')
      .where('org_id', '=', orgId)
      .where('state', '=', 'asked')
      .execute()
  ).length

export async function insertSetting(tx: Tx, row: Insertable<RetentionSettingTable>): Promise<void> {
  await tx.insertInto('retention_setting').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveSetting(
  tx: Tx,
  row: RetentionSettingRow,
  changed: Updateable<RetentionSettingTable>,
): Promise<void> {
  await tx
    .updateTable('retention_setting')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/**
 * Which laws bind here, and whether Naast acts by itself. Stopping ends the acting and no law: the longer terms that were
 * agreed on last stay.
 */
export async function findRetention(
  db: Db,
  orgId: string,
): Promise<{ acts: boolean; regimes: readonly LegalRegime[] }> {
  const row = await db
    .selectFrom('retention_setting')
    .select(['state', 'acts_code', 'regimes'])
    .where('org_id', '=', orgId)
    .where('state', 'in', ['standing', 'stopped'])
    .orderBy('answered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { acts: row?.state === 'standing' && row.acts_code === 'by_itself', regimes: row?.regimes ?? [] }
}
