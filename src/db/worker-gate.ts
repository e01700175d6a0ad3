import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { WorkerRow } from '#db/worker.ts'
import type { Day } from '#domain/day.ts'
import { openMatchStates } from '#domain/match/match.ts'

interface RequiredGate {
  readonly programmeId: string
  readonly kind: string
  /** How long it counts once seen; `null` for good. */
  readonly months: number | null
}

/**
 * Workers of this organisation who stand beside a woman, or are asked to, while something that one of their programmes
 * requires was never seen or counts no more. Who may ask this sees all workers.
 */
export async function listBusyWorkersWithout(
  db: Db,
  orgId: string,
  required: readonly RequiredGate[],
  today: Day,
  limit: number,
): Promise<WorkerRow[]> {
  if (required.length === 0) return []
  const { rows } = await sql<WorkerRow>`
    select worker.* from worker
    where worker.org_id = ${orgId} and worker.state <> 'left'
      and exists (
        select from match where match.org_id = worker.org_id and match.worker_id = worker.id
          and match.state = any(${[...openMatchStates]})
      )
      and exists (
        select from unnest(
          ${required.map(({ programmeId }) => programmeId)}::text[],
          ${required.map(({ kind }) => kind)}::text[],
          ${required.map(({ months }) => months)}::int[]
        ) as need(programme_id, kind, months)
        where (cardinality(worker.programmes) = 0 or need.programme_id = any(worker.programmes))
          and not exists (
            select from worker_gate gate
            where gate.org_id = worker.org_id and gate.worker_id = worker.id and gate.kind = need.kind
              and gate.seen_on <= ${today}
              and (gate.valid_until is null or gate.valid_until >= ${today})
              and (need.months is null or gate.seen_on + make_interval(months => need.months) >= ${today}::date)
          )
      )
    order by worker.id
    limit ${sql.lit(limit)}
  `.execute(db)
  return rows
}
