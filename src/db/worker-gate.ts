import { type Insertable, type RawBuilder, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { WorkerWaiverTable } from '#db/tables.ts'
import type { WorkerRow } from '#db/worker.ts'
import type { Day } from '#domain/day.ts'
import { openMatchStates } from '#domain/match/match.ts'

export type WorkerWaiverRow = Selectable<WorkerWaiverTable>

/** A gate's row, or a manager's decision that she may go on without it. */
export interface WorkerGateRow {
  readonly id: string
  readonly worker_id: string
  readonly kind: string
  readonly seen_on: Day
  readonly valid_until: Day | null
  readonly voids_before: Day | null
  readonly waives: WorkerWaiverTable['covers'] | null
}

/** What was found not in order, and was put right since. */
const liftedAs = (gate: RawBuilder<unknown>) => sql`(${gate}.voids_before is not null and exists (
  select from worker_gate later
  where later.org_id = ${gate}.org_id and later.worker_id = ${gate}.worker_id and later.kind = ${gate}.kind
    and later.voids_before is null and later.id > ${gate}.id and later.seen_on >= ${gate}.seen_on))`
const lifted = liftedAs(sql.ref('gate'))
const liftedVoid = liftedAs(sql.ref('void'))

/** Everything that was seen or decided of these workers. Visibility is decided by whoever found the ids. */
export async function findGates(
  db: Db,
  orgId: string,
  workerIds: readonly string[],
): Promise<WorkerGateRow[]> {
  if (workerIds.length === 0) return []
  const { rows } = await sql<WorkerGateRow>`
    select id, worker_id, kind, seen_on, valid_until, voids_before, null::text as waives from worker_gate gate
    where org_id = ${orgId} and worker_id = any(${[...workerIds]}::uuid[]) and not ${lifted}
    union all
    select id, worker_id, kind, from_day, until_day, null, covers from worker_waiver
    where org_id = ${orgId} and worker_id = any(${[...workerIds]}::uuid[]) and ended_on is null
    order by seen_on desc, id
  `.execute(db)
  return rows
}

/** The same, to join to a larger question, whose `workers` are an array. */
export const gateMarks = (orgId: string, workers: RawBuilder<unknown>) => sql`
  select org_id, worker_id, kind, seen_on as day, valid_until as last, voids_before as before, null::text as covers
  from worker_gate gate where org_id = ${orgId} and worker_id = any(${workers}) and not ${lifted}
  union all
  select org_id, worker_id, kind, from_day, until_day, null, covers
  from worker_waiver where org_id = ${orgId} and worker_id = any(${workers}) and ended_on is null`

export async function insertWaiver(tx: Tx, row: Insertable<WorkerWaiverTable>): Promise<void> {
  await tx.insertInto('worker_waiver').values(row).execute()
}

/** What managers decided of her, the newest first. */
export const listWaivers = (db: Db, orgId: string, workerId: string): Promise<WorkerWaiverRow[]> =>
  db
    .selectFrom('worker_waiver')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('worker_id', '=', workerId)
    .orderBy('decided_at', 'desc')
    .execute()

/** Ends what stands for this gate, if anything does: its place is taken by what is decided now. */
export async function endWaivers(
  tx: Tx,
  orgId: string,
  which: { workerId: string; kind: string },
  ended: Updateable<WorkerWaiverTable>,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('worker_waiver')
    .set(ended)
    .where('org_id', '=', orgId)
    .where('worker_id', '=', which.workerId)
    .where('kind', '=', which.kind)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

interface RequiredGate {
  readonly programmeId: string
  readonly kind: string
  /** How long it counts once seen; `null` for good. */
  readonly months: number | null
  readonly days: number | null
}

/**
 * Workers of this organisation whom something lacks, on a day, that one of their programmes requires: never seen, or
 * counting no more, and nobody decided that she may go on without. `who`: those who stand beside a woman, are asked
 * to, or lead a group that isn't over; or all who could. Who may ask this sees all workers.
 */
export async function listWorkersWithout(
  db: Db,
  orgId: string,
  required: readonly RequiredGate[],
  { who, day, limit }: { who: 'busy' | 'anybody'; day: Day; limit: number },
): Promise<WorkerRow[]> {
  if (required.length === 0) return []
  const { rows } = await sql<WorkerRow>`
    select worker.* from worker
    where worker.org_id = ${orgId} and worker.state <> 'left'
      and (${who} <> 'busy' or exists (
        select from match where match.org_id = worker.org_id and match.worker_id = worker.id
          and match.state = any(${[...openMatchStates]})
      ) or exists (
        select from group_facilitator leads
        join "group" led on led.org_id = leads.org_id and led.id = leads.group_id
        where leads.org_id = worker.org_id and leads.worker_id = worker.id and leads.until_day is null
          and led.state not in ('completed', 'stopped')
      ))
      and (${who} = 'busy' or worker.state = any(${['ready', 'active', 'on_leave']}))
      and exists (
        select from unnest(
          ${required.map(({ programmeId }) => programmeId)}::text[],
          ${required.map(({ kind }) => kind)}::text[],
          ${required.map(({ months }) => months)}::int[],
          ${required.map(({ days }) => days)}::int[]
        ) as need(programme_id, kind, months, days)
        where (cardinality(worker.programmes) = 0 or need.programme_id = any(worker.programmes))
          and not exists (
            select from worker_gate gate
            where gate.org_id = worker.org_id and gate.worker_id = worker.id and gate.kind = need.kind
              and gate.voids_before is null and gate.seen_on <= ${day}
              and (gate.valid_until is null or gate.valid_until >= ${day})
              and (need.months is null or gate.seen_on + make_interval(months => need.months) >= ${day}::date)
              and (need.days is null or gate.seen_on + need.days >= ${day}::date)
              and not exists (
                select from worker_gate void
                where void.org_id = gate.org_id and void.worker_id = gate.worker_id and void.kind = gate.kind
                  and void.seen_on <= ${day} and gate.seen_on < void.voids_before and not ${liftedVoid}
              )
          )
          and not exists (
            select from worker_waiver waiver
            where waiver.org_id = worker.org_id and waiver.worker_id = worker.id and waiver.kind = need.kind
              and waiver.ended_on is null and waiver.from_day <= ${day}
              and (waiver.until_day is null or waiver.until_day >= ${day})
          )
      )
    order by worker.id
    limit ${sql.lit(limit)}
  `.execute(db)
  return rows
}
