import { type Selectable, sql } from 'kysely'
import { type Db, goesAhead, json, type Tx } from '#db/connection.ts'
import type { AuditEventTable } from '#db/tables.ts'

/** One line of the access log, with the fields of NEN 7513: what, when, who, for whom, about whom, on which basis. */
export interface AuditEntry {
  id: string
  orgId: string
  at: Temporal.Instant
  event: string
  action: 'create' | 'read' | 'update' | 'delete' | 'execute'
  outcome: 'success' | 'denied' | 'refused' | 'failed'
  actorKind: string
  actorId: string | null
  actorRoles: readonly string[]
  onBehalfOf: string | null
  personIds: readonly string[]
  trajectoryIds: readonly string[]
  accessBasis: string
  policyVersion: string
  requestId: string
  /** Codes and counts only, never content. */
  detail: Record<string, string | number> | null
}

export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit_event')
    .values({
      org_id: entry.orgId,
      id: entry.id,
      at: entry.at,
      event: entry.event,
      action: entry.action,
      outcome: entry.outcome,
      actor_kind: entry.actorKind,
      actor_id: entry.actorId,
      actor_roles: [...entry.actorRoles],
      on_behalf_of: entry.onBehalfOf,
      person_ids: [...entry.personIds],
      trajectory_ids: [...entry.trajectoryIds],
      access_basis: entry.accessBasis,
      policy_version: entry.policyVersion,
      request_id: entry.requestId,
      detail: entry.detail === null ? null : json(entry.detail),
    })
    // With the `commit` that follows it: if this line can't be written, nothing is.
    .modifyEnd(goesAhead)
    .execute()
}

export type AuditRow = Selectable<AuditEventTable>

/** Which lines of the access log; all that are given must hold. */
export interface AuditFilter {
  readonly from: Temporal.Instant | null
  /** Not included. */
  readonly until: Temporal.Instant | null
  readonly personId: string | null
  readonly trajectoryId: string | null
  readonly memberId: string | null
  /** Only lines older than this one, for the next page. */
  readonly before: string | null
  /** Events that who asks may not know of. */
  readonly without?: readonly string[]
}

/**
 * Lines of one organisation's access log, newest first. Who may ask is decided by the use case: there are no lines
 * that somebody who may read the log may not see.
 */
export const listAuditEvents = (
  db: Db,
  orgId: string,
  filter: AuditFilter,
  limit: number,
): Promise<AuditRow[]> => {
  const { from, until, personId, trajectoryId, memberId, before, without = [] } = filter
  let query = db.selectFrom('audit_event').selectAll().where('org_id', '=', orgId)
  if (from) query = query.where('at', '>=', from)
  if (until) query = query.where('at', '<', until)
  if (memberId) query = query.where('actor_id', '=', memberId)
  if (personId) query = query.where(sql<boolean>`person_ids @> array[${personId}]::uuid[]`)
  if (trajectoryId) query = query.where(sql<boolean>`trajectory_ids @> array[${trajectoryId}]::uuid[]`)
  if (without.length > 0) query = query.where('event', 'not in', [...without])
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** How often this member was refused this since then, for one of these reasons. */
export async function countRefusals(
  db: Db,
  orgId: string,
  where: { memberId: string; event: string; codes: readonly string[]; since: Temporal.Instant },
): Promise<number> {
  const row = await db
    .selectFrom('audit_event')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('org_id', '=', orgId)
    .where('actor_id', '=', where.memberId)
    .where('event', '=', where.event)
    .where('outcome', '=', 'refused')
    .where('at', '>', where.since)
    .where(sql<string>`detail ->> 'code'`, 'in', [...where.codes])
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export interface LookingRow {
  actor_id: string
  on_day: Temporal.PlainDate
  files: number
  at_night: number
  turned_away: number
}

/** Of each member and day since then: how many women's files, how many at night, how often turned away. */
export async function countLooking(
  db: Db,
  orgId: string,
  where: { since: Temporal.Instant; zone: string; night: { from: number; until: number } },
): Promise<LookingRow[]> {
  const { rows } = await sql<LookingRow>`
    select e.actor_id, (e.at at time zone ${where.zone})::date as on_day,
      count(distinct p.id)::int as files,
      (count(distinct p.id) filter (where extract(hour from e.at at time zone ${where.zone}) >= ${where.night.from}
        or extract(hour from e.at at time zone ${where.zone}) < ${where.night.until}))::int as at_night,
      (count(distinct e.id) filter (where e.outcome = 'denied'))::int as turned_away
    from audit_event e
    left join lateral unnest(e.person_ids) as seen(id) on e.outcome = 'success'
    left join person p on p.org_id = e.org_id and p.id = seen.id and p.kind = 'mother'
    where e.org_id = ${orgId} and e.at >= ${where.since} and e.actor_kind = 'member'
    group by 1, 2
    having count(distinct p.id) > 0 or count(*) filter (where e.outcome = 'denied') > 0
    order by 2 desc
  `.execute(db)
  return rows
}
