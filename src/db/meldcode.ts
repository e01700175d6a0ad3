import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MeldcodeEntryTable, MeldcodeReaderTable, MeldcodeTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type MeldcodeRow = Selectable<MeldcodeTable>
export type MeldcodeEntryRow = Selectable<MeldcodeEntryTable>
export type MeldcodeReaderRow = Selectable<MeldcodeReaderTable>

/**
 * The meldcodes this actor may see, about trajectories that she may see: the safeguarding lead all, anybody else those
 * that she handles or is named in. A worker must be a professional as well: a volunteer sees none, whoever named her.
 */
const visibleMeldcodes = (db: Db, actor: Actor) =>
  db
    .selectFrom('meldcode')
    .where('meldcode.org_id', '=', actor.orgId)
    .where((e) => {
      if (actor.kind !== 'member') return e.lit(false)
      const reachable = e(
        'meldcode.trajectory_id',
        'in',
        visibleTrajectories(db, actor).select('trajectory.id'),
      )
      if (isMemberWith(actor, 'safeguarding_lead')) return reachable
      const hers = e.or([
        e('meldcode.handler_id', '=', actor.memberId),
        e.exists(
          e
            .selectFrom('meldcode_reader')
            .select('meldcode_reader.id')
            .whereRef('meldcode_reader.org_id', '=', 'meldcode.org_id')
            .whereRef('meldcode_reader.meldcode_id', '=', 'meldcode.id')
            .where('meldcode_reader.member_id', '=', actor.memberId)
            .where('meldcode_reader.ended_at', 'is', null),
        ),
      ])
      if (isMemberWith(actor, 'coordinator')) return e.and([reachable, hers])
      return e.and([
        reachable,
        hers,
        e.exists(
          e
            .selectFrom('worker')
            .select('worker.id')
            .whereRef('worker.org_id', '=', 'meldcode.org_id')
            .where('worker.id', '=', actor.workerId)
            .where('worker.kind', '=', 'professional'),
        ),
      ])
    })

export const findMeldcode = (db: Db, actor: Actor, id: string): Promise<MeldcodeRow | undefined> =>
  visibleMeldcodes(db, actor).selectAll('meldcode').where('meldcode.id', '=', id).executeTakeFirst()

export const lockMeldcode = (tx: Tx, actor: Actor, id: string): Promise<MeldcodeRow | undefined> =>
  visibleMeldcodes(tx, actor)
    .selectAll('meldcode')
    .where('meldcode.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Of one trajectory, the latest first. */
export const listMeldcodesOf = (db: Db, actor: Actor, trajectoryId: string): Promise<MeldcodeRow[]> =>
  visibleMeldcodes(db, actor)
    .selectAll('meldcode')
    .where('meldcode.trajectory_id', '=', trajectoryId)
    .orderBy('meldcode.opened_at', 'desc')
    .orderBy('meldcode.id', 'desc')
    .execute()

/** What isn't closed, the oldest first. */
export const listOpenMeldcodes = (db: Db, actor: Actor, limit: number): Promise<MeldcodeRow[]> =>
  visibleMeldcodes(db, actor)
    .selectAll('meldcode')
    .where('meldcode.state', '<>', 'closed')
    .orderBy('meldcode.opened_at')
    .orderBy('meldcode.id')
    .limit(limit)
    .execute()

/** The one that is open in this file, held, whoever may see it: so that there are never two. */
export const lockOpenMeldcodeOf = (
  tx: Tx,
  orgId: string,
  personId: string,
): Promise<MeldcodeRow | undefined> =>
  tx
    .selectFrom('meldcode')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('state', '<>', 'closed')
    .forUpdate()
    .executeTakeFirst()

export async function insertMeldcode(tx: Tx, row: Insertable<MeldcodeTable>): Promise<void> {
  await tx.insertInto('meldcode').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveMeldcode(
  tx: Tx,
  row: MeldcodeRow,
  changed: Updateable<MeldcodeTable>,
): Promise<void> {
  await tx
    .updateTable('meldcode')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertMeldcodeEntry(tx: Tx, row: Insertable<MeldcodeEntryTable>): Promise<void> {
  await tx.insertInto('meldcode_entry').values(row).execute()
}

/** All that was written down, in order. Visibility is the meldcode's: find or lock that first. */
export const listMeldcodeEntries = (
  db: Db,
  orgId: string,
  ids: readonly string[],
): Promise<MeldcodeEntryRow[]> =>
  db
    .selectFrom('meldcode_entry')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('meldcode_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('taken_at')
    .orderBy('id')
    .execute()

/** Who may read it now, as it was named. */
export const listMeldcodeReaders = (
  db: Db,
  orgId: string,
  meldcodeId: string,
): Promise<MeldcodeReaderRow[]> =>
  db
    .selectFrom('meldcode_reader')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('meldcode_id', '=', meldcodeId)
    .where('ended_at', 'is', null)
    .orderBy('named_at')
    .orderBy('id')
    .execute()

export async function insertMeldcodeReader(tx: Tx, row: Insertable<MeldcodeReaderTable>): Promise<void> {
  await tx.insertInto('meldcode_reader').values(row).execute()
}

export async function endMeldcodeReader(
  tx: Tx,
  row: Pick<MeldcodeReaderRow, 'org_id' | 'id'>,
  { by, at }: { by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('meldcode_reader')
    .set({ ended_by: by, ended_at: at })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** How many were begun, how often advice was asked, and how many reports were made in these days; numbers alone. */
export async function countMeldcodes(
  db: Db,
  orgId: string,
  { from, until }: { from: Day; until: Day },
): Promise<{ opened: number; advice: number; reports: number }> {
  const { rows } = await sql<{ opened: number; advice: number; reports: number }>`
    select
      (count(*) filter (where kind = 'opened'))::int as opened,
      (count(*) filter (where kind = 'consulted' and code in ('agency_without_names', 'agency_with_names')))::int as advice,
      (count(*) filter (where kind = 'reported'))::int as reports
    from meldcode_entry where org_id = ${orgId} and on_day between ${from} and ${until}
  `.execute(db)
  return rows[0] ?? { opened: 0, advice: 0, reports: 0 }
}

/** Who handles what is open, whoever may see it: to find what nobody can go on with. */
export async function findOpenHandlers(db: Db, orgId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meldcode')
    .select('handler_id')
    .distinct()
    .where('org_id', '=', orgId)
    .where('state', '<>', 'closed')
    .execute()
  return rows.map((row) => row.handler_id)
}
