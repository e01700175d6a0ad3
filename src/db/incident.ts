import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { IncidentNoticeTable, IncidentTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { incidentPolicy } from '#domain/incident/incident.ts'
import type { Actor } from '#domain/member/actor.ts'

export type IncidentRow = Selectable<IncidentTable>
export type IncidentNoticeRow = Selectable<IncidentNoticeTable>

/** The register: who watches over safety and who answers for the programme see all of it, nobody else any. */
const visibleIncidents = (db: Db, actor: Actor) =>
  db
    .selectFrom('incident')
    .where('incident.org_id', '=', actor.orgId)
    .where((e) => e.lit(incidentPolicy.read(actor)))

export const findIncident = (db: Db, actor: Actor, id: string): Promise<IncidentRow | undefined> =>
  visibleIncidents(db, actor).selectAll('incident').where('incident.id', '=', id).executeTakeFirst()

export const lockIncident = (tx: Tx, actor: Actor, id: string): Promise<IncidentRow | undefined> =>
  visibleIncidents(tx, actor)
    .selectAll('incident')
    .where('incident.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The latest first. */
export const listIncidentRows = (db: Db, actor: Actor, limit: number): Promise<IncidentRow[]> =>
  visibleIncidents(db, actor)
    .selectAll('incident')
    .orderBy('incident.recorded_at', 'desc')
    .orderBy('incident.id', 'desc')
    .limit(limit)
    .execute()

export const listOpenIncidents = (db: Db, actor: Actor, limit: number): Promise<IncidentRow[]> =>
  visibleIncidents(db, actor)
    .selectAll('incident')
    .where('incident.state', '=', 'open')
    .orderBy('incident.recorded_at')
    .orderBy('incident.id')
    .limit(limit)
    .execute()

export async function insertIncident(
  tx: Tx,
  row: Insertable<IncidentTable>,
  notices: readonly Insertable<IncidentNoticeTable>[],
): Promise<void> {
  await tx.insertInto('incident').values(row).execute()
  if (notices.length > 0)
    await tx
      .insertInto('incident_notice')
      .values([...notices])
      .execute()
}

/** Writes a locked row and counts its version up. */
export async function saveIncident(
  tx: Tx,
  row: IncidentRow,
  changed: Updateable<IncidentTable>,
): Promise<void> {
  await tx
    .updateTable('incident')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Who is to be told of these. Visibility is the incident's: find or lock that first. */
export const listNotices = (db: Db, orgId: string, ids: readonly string[]): Promise<IncidentNoticeRow[]> =>
  db
    .selectFrom('incident_notice')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('incident_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('due_on')
    .orderBy('party')
    .execute()

export async function saveNotice(
  tx: Tx,
  row: Pick<IncidentNoticeRow, 'org_id' | 'id'>,
  settled: Required<
    Pick<Updateable<IncidentNoticeTable>, 'told_on' | 'waived_code' | 'decided_by' | 'decided_at'>
  >,
): Promise<void> {
  await tx
    .updateTable('incident_notice')
    .set(settled)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

interface Period {
  readonly from: Day
  readonly until: Day
}

/** How many happened in these days, by weight and kind; what was written down by mistake doesn't count. */
export async function countIncidents(
  db: Db,
  orgId: string,
  { from, until }: Period,
): Promise<{ weight: IncidentRow['weight']; kind: IncidentRow['kind']; count: number }[]> {
  const { rows } = await sql<{ weight: IncidentRow['weight']; kind: IncidentRow['kind']; count: number }>`
    select weight, kind, count(*)::int as count from incident
    where org_id = ${orgId} and happened_on between ${from} and ${until}
      and closing_code is distinct from 'by_mistake'
    group by weight, kind order by weight, kind
  `.execute(db)
  return rows
}
