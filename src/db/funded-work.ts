import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Scope } from '#db/figures.ts'

interface Counted {
  /** Minutes by month: `2026-11`. */
  readonly minutes: ReadonlyMap<string, number>
  /** Of how many different workers. */
  readonly people: number
  /** With how many different women. */
  readonly women: number
}

/**
 * What workers logged: minutes of visits that took place, and of meetings of a group for each who led it. Files that this
 * reader may not see don't count.
 */
export async function countWork(db: Db, scope: Scope): Promise<{ visits: Counted; meetings: Counted }> {
  const { orgId, programmeIds, from, until } = scope
  const visits = sql`
    select v.worker_id as worker, v.trajectory_id as woman, v.done_on as day, coalesce(v.minutes, 0) as minutes
    from contact v join trajectory t on t.org_id = v.org_id and t.id = v.trajectory_id
    where v.org_id = ${orgId} and t.programme_id = any(${programmeIds}) and v.state = 'done'
      and v.done_on >= ${from} and v.done_on <= ${until}`
  const meetings = sql`
    select f.worker_id as worker, null::uuid as woman, s.on_day as day, coalesce(s.minutes, 0) as minutes
    from group_session s
    join "group" g on g.org_id = s.org_id and g.id = s.group_id
    join session_facilitator f on f.org_id = s.org_id and f.session_id = s.id and f.state = 'present'
    where s.org_id = ${orgId} and g.programme_id = any(${programmeIds}) and s.state = 'held'
      and s.on_day >= ${from} and s.on_day <= ${until}`
  const count = async (work: typeof visits): Promise<Counted> => {
    const { rows } = await sql<{ month: string; minutes: string }>`
      select to_char(day, 'YYYY-MM') as month, sum(minutes)::text as minutes from (${work}) done group by 1`.execute(
      db,
    )
    const { rows: counts } = await sql<{ people: number; women: number }>`
      select count(distinct worker)::int as people, count(distinct woman)::int as women from (${work}) done`.execute(
      db,
    )
    return {
      minutes: new Map(rows.map(({ month, minutes }) => [month, Number(minutes)])),
      people: counts[0]?.people ?? 0,
      women: counts[0]?.women ?? 0,
    }
  }
  return { visits: await count(visits), meetings: await count(meetings) }
}
