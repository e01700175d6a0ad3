import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { readableBy } from '#db/earlier-words.ts'
import type { RelianceTable, SupporterVersionTable } from '#db/tables.ts'
import type { Actor } from '#domain/member/actor.ts'

export type SupporterVersionRow = Selectable<SupporterVersionTable>
export type RelianceRow = Selectable<RelianceTable>

/**
 * Every version of everybody in her circle that this reader may read, the oldest first. Visibility is the trajectory's:
 * find or lock that first.
 */
export const listSupporterVersions = (
  db: Db,
  actor: Actor,
  trajectoryId: string,
): Promise<SupporterVersionRow[]> =>
  db
    .selectFrom('supporter_version')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where(
      readableBy(actor, { trajectory: sql.ref('trajectory_id'), writer: sql.ref('written_by') }, 'words'),
    )
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('said_on')
    .orderBy('number')
    .orderBy('supporter_id')
    .execute()

/** Call with the trajectory locked. */
export async function insertSupporterVersion(tx: Tx, row: Insertable<SupporterVersionTable>): Promise<void> {
  await tx.insertInto('supporter_version').values(row).execute()
}

/** The last number of somebody, whoever may read it: what is added comes after it. Call with the trajectory locked. */
export async function lastNumber(tx: Tx, orgId: string, supporterId: string): Promise<number> {
  const row = await tx
    .selectFrom('supporter_version')
    .select('number')
    .where('org_id', '=', orgId)
    .where('supporter_id', '=', supporterId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? 0
}

/** Each time she was asked on how many she can rely, of what this reader may read, the oldest first. */
export const listReliance = (db: Db, actor: Actor, trajectoryId: string): Promise<RelianceRow[]> =>
  db
    .selectFrom('reliance')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where(readableBy(actor, { trajectory: sql.ref('trajectory_id'), writer: sql.ref('asked_by') }, 'words'))
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('said_on')
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

export async function insertReliance(tx: Tx, row: Insertable<RelianceTable>): Promise<void> {
  await tx.insertInto('reliance').values(row).execute()
}
