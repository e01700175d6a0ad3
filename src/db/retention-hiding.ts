import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { RetentionHidingTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import type { Actor } from '#domain/member/actor.ts'

export type HidingRow = Selectable<RetentionHidingTable>

/** What was put away: for the privacy officer, unless that file is locked for her, and for Naast's own night. */
const visibleHidings = (db: Db, actor: Actor) =>
  db
    .selectFrom('retention_hiding')
    .where('retention_hiding.org_id', '=', actor.orgId)
    .where((e) => e.lit(erasurePolicy.retention(actor) || actor.kind === 'system'))

/** What is put away now; what is destroyed first stands first. */
export const listHidden = (db: Db, actor: Actor, limit: number): Promise<HidingRow[]> =>
  visibleHidings(db, actor)
    .selectAll('retention_hiding')
    .where('state', '=', 'hidden')
    .orderBy('hidden_on')
    .orderBy('id')
    .limit(limit)
    .execute()

export const lockHiding = (tx: Tx, actor: Actor, id: string): Promise<HidingRow | undefined> =>
  visibleHidings(tx, actor).selectAll('retention_hiding').where('id', '=', id).forUpdate().executeTakeFirst()

/** These people's files that are put away now. */
export const lockHidingsOf = (tx: Tx, orgId: string, people: readonly string[]): Promise<HidingRow[]> =>
  tx
    .selectFrom('retention_hiding')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '=', 'hidden')
    .where('person_id', '=', sql<string>`any(${[...people]}::uuid[])`)
    .forUpdate()
    .execute()

export async function insertHiding(tx: Tx, row: Insertable<RetentionHidingTable>): Promise<void> {
  await tx.insertInto('retention_hiding').values(row).execute()
}

export async function saveHiding(
  tx: Tx,
  row: Pick<HidingRow, 'org_id' | 'id'>,
  changed: Updateable<RetentionHidingTable>,
): Promise<void> {
  await tx
    .updateTable('retention_hiding')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** From now on nobody sees these ids. */
export async function hideIds(
  tx: Tx,
  orgId: string,
  hidingId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    insert into retention_reach (org_id, hidden_id, hiding_id)
    select ${orgId}::uuid, id, ${hidingId}::uuid from unnest(${[...ids]}::uuid[]) as hidden (id)
    on conflict do nothing`.execute(tx)
}

/** It came back, or it is destroyed and can't be read any more. */
export async function showIds(tx: Tx, orgId: string, hidingId: string): Promise<void> {
  await tx
    .deleteFrom('retention_reach')
    .where('org_id', '=', orgId)
    .where('hiding_id', '=', hidingId)
    .execute()
}

/** Which of these ids are put away. */
export const findHiddenAmong = async (db: Db, orgId: string, ids: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await db
        .selectFrom('retention_reach')
        .select('hidden_id')
        .where('org_id', '=', orgId)
        .where('hidden_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
        .execute()
    ).map(({ hidden_id }) => hidden_id),
  )

export interface RemovedLine {
  readonly on_day: Day
  readonly deed: 'hidden' | 'back' | 'shredded'
  readonly subject: HidingRow['subject']
  readonly ground_code: HidingRow['ground_code']
  readonly programme_id: string | null
  readonly count: number
  readonly files: number
}

/** What was put away, came back and was destroyed, by day, ground and programme: numbers, and nobody. */
export async function countHidings(db: Db, orgId: string, since: Day): Promise<RemovedLine[]> {
  const { rows } = await sql<RemovedLine>`
    select on_day, deed, subject, ground_code, programme_id, count(*)::int as count,
      coalesce(sum(files), 0)::int as files
    from (
      select hidden_on as on_day, 'hidden' as deed, subject, ground_code, programme_id, 0 as files
        from retention_hiding where org_id = ${orgId} and hidden_on >= ${since}
      union all
      select ended_on, state, subject, ground_code, programme_id, coalesce(files, 0)
        from retention_hiding where org_id = ${orgId} and ended_on >= ${since}
    ) as deeds
    group by 1, 2, 3, 4, 5 order by 1 desc, 2, 3, 4, 5`.execute(db)
  return rows
}

/** Lines of the access log that say a file was destroyed because its term was over, by day. */
export async function countShredLines(
  db: Db,
  orgId: string,
  { since, zone, event }: { since: Day; zone: string; event: string },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ on_day: string; count: number }>`
    select to_char(at at time zone ${zone}, 'YYYY-MM-DD') as on_day, count(*)::int as count
    from audit_event
    where org_id = ${orgId} and event = ${event} and outcome = 'success' and detail ->> 'deed' = 'shred'
      and (at at time zone ${zone})::date >= ${since}
    group by 1`.execute(db)
  return new Map(rows.map(({ on_day, count }) => [on_day, count]))
}
