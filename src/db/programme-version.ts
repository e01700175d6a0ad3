import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ProgrammeMoveTable, ProgrammeVersionTable } from '#db/tables.ts'

export type ProgrammeVersionRow = Selectable<ProgrammeVersionTable>

/** Every version this organisation made and didn't withdraw, newest first, without the definitions themselves. */
export const listOwnVersions = (db: Db, orgId: string) =>
  db
    .selectFrom('programme_version')
    .select([
      'id',
      'programme_id',
      'version',
      'state',
      'made_at',
      'decided_at',
      sql<unknown>`definition -> 'label'`.as('label'),
      sql<unknown>`definition -> 'variantLabel'`.as('variant_label'),
      sql<unknown>`jsonb_build_object('id', base -> 'id', 'version', base -> 'version')`.as('origin'),
    ])
    .where('org_id', '=', orgId)
    .where('state', '<>', 'withdrawn')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const findOwnVersion = (db: Db, orgId: string, id: string): Promise<ProgrammeVersionRow | undefined> =>
  db
    .selectFrom('programme_version')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The row, held until the transaction ends: of two who decide at once the second sees what the first did. */
export const lockOwnVersion = (tx: Tx, orgId: string, id: string): Promise<ProgrammeVersionRow | undefined> =>
  tx
    .selectFrom('programme_version')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The newest own version of a programme that isn't withdrawn, with what it was copied from. */
export const findNewestOwn = (
  db: Db,
  orgId: string,
  programmeId: string,
): Promise<ProgrammeVersionRow | undefined> =>
  db
    .selectFrom('programme_version')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '<>', 'withdrawn')
    .where((e) =>
      e.or([e('programme_id', '=', programmeId), e(sql<string>`base ->> 'id'`, '=', programmeId)]),
    )
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** `false` if there is such a version of this programme already, or somebody is making it at this moment. */
export async function insertOwnVersion(tx: Tx, row: Insertable<ProgrammeVersionTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('programme_version')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Writes a locked row and counts its version up. */
export async function saveOwnVersion(
  tx: Tx,
  row: Pick<ProgrammeVersionRow, 'org_id' | 'id' | 'lock_version'>,
  changed: Updateable<ProgrammeVersionTable>,
): Promise<void> {
  await tx
    .updateTable('programme_version')
    .set({ ...changed, lock_version: row.lock_version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertProgrammeMove(tx: Tx, row: Insertable<ProgrammeMoveTable>): Promise<void> {
  await tx.insertInto('programme_move').values(row).execute()
}

/**
 * What intakes and referrals since this moment said, for weighing a draft on them; newest first. It names nobody and
 * looks past who may see which woman: only numbers made of it may leave the use case that asks.
 */
export const findSaidSince = (
  db: Db,
  orgId: string,
  ask: {
    readonly since: Temporal.Instant
    readonly programmes: readonly string[] | null
    readonly limit: number
  },
) =>
  db
    .selectFrom('referral')
    .leftJoin('trajectory', (join) =>
      join
        .onRef('trajectory.org_id', '=', 'referral.org_id')
        .onRef('trajectory.referral_id', '=', 'referral.id'),
    )
    .leftJoin('intake', (join) =>
      join
        .onRef('intake.org_id', '=', 'trajectory.org_id')
        .onRef('intake.trajectory_id', '=', 'trajectory.id'),
    )
    .where('referral.org_id', '=', orgId)
    .where('referral.received_at', '>=', ask.since)
    .where('referral.duplicate_of', 'is', null)
    .where((e) =>
      ask.programmes === null
        ? e.lit(true)
        : e(e.fn.coalesce('trajectory.programme_id', 'referral.programme_id'), 'in', [...ask.programmes]),
    )
    .select([
      'referral.id',
      'referral.person_id',
      'referral.received_on',
      'referral.answers_sealed',
      'trajectory.id as trajectory_id',
      'intake.id as intake_id',
      'intake.facts_sealed',
      'intake.done_at',
    ])
    .orderBy('referral.received_at', 'desc')
    .orderBy('referral.id')
    .limit(ask.limit)
    .execute()
