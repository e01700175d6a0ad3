import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Scope } from '#db/figures.ts'
import type { SeriesId } from '#domain/figures/series.ts'
import type { Month } from '#domain/month.ts'

type Text = RawBuilder<unknown>
const monthOf = (day: Text) => sql`date_trunc('month', ${day})::date`
const share = (part: Text) => sql`100.0 * count(*) filter (where ${part}) / count(*)`
const within = (day: Text, { from, until }: Scope) => sql`${day} >= ${from} and ${day} <= ${until}`
const ofProgrammes = (alias: string, { orgId, programmeIds }: Scope) => sql`
  join trajectory t on t.org_id = ${sql.ref(`${alias}.org_id`)} and t.id = ${sql.ref(`${alias}.trajectory_id`)}
  where ${sql.ref(`${alias}.org_id`)} = ${orgId} and t.programme_id = any(${programmeIds})`

/** Each series: in which month something counts, what its number is, and of how many. */
const series = {
  // By the month of the visit: by that of the referral, those who still wait would be missing from the last months.
  'wait-visit': (scope: Scope) => sql`
    select ${monthOf(sql`first.visit_on`)} as month,
      percentile_cont(0.5) within group (order by first.visit_on - r.received_on) as value, count(*) as of
    from (
      select v.trajectory_id, min(v.done_on) as visit_on from contact v
      where v.org_id = ${scope.orgId} and v.state = 'done' group by v.trajectory_id
    ) first
    join trajectory t on t.org_id = ${scope.orgId} and t.id = first.trajectory_id
    join referral r on r.org_id = t.org_id and r.id = t.referral_id
    where t.programme_id = any(${scope.programmeIds}) and first.visit_on >= r.received_on
      and ${within(sql`first.visit_on`, scope)}
    group by 1`,
  'visits-gone-on': (scope: Scope) => sql`
    select ${monthOf(sql`coalesce(v.done_on, v.planned_on)`)} as month, ${share(sql`v.state = 'done'`)} as value, count(*) as of
    from contact v ${ofProgrammes('v', scope)} and v.state in ('done', 'no_show', 'cancelled')
      and ${within(sql`coalesce(v.done_on, v.planned_on)`, scope)}
    group by 1`,
  'in-window': (scope: Scope) => sql`
    select ${monthOf(sql`v.done_on`)} as month,
      ${share(sql`v.done_on between v.due_from and v.due_until`)} as value, count(*) as of
    from contact v ${ofProgrammes('v', scope)} and v.state = 'done' and ${within(sql`v.done_on`, scope)}
    group by 1`,
  'sessions-there': (scope: Scope) => sql`
    select ${monthOf(sql`s.on_day`)} as month, ${share(sql`one.state = 'present'`)} as value, count(*) as of
    from attendance one
    join group_session s on s.org_id = one.org_id and s.id = one.session_id and s.state = 'held'
    join group_place p on p.org_id = one.org_id and p.id = one.place_id
    ${ofProgrammes('p', scope)} and ${within(sql`s.on_day`, scope)}
    group by 1`,
  'measures-asked': (scope: Scope) => sql`
    select ${monthOf(sql`m.due_on`)} as month, ${share(sql`m.state = 'taken'`)} as value, count(*) as of
    from measure m ${ofProgrammes('m', scope)} and ${within(sql`m.due_on`, scope)}
    group by 1`,
} as const satisfies Record<SeriesId, (scope: Scope) => RawBuilder<unknown>>

/** The months of a series that have something to count. Files that this reader may not see the database leaves out. */
export async function readSeries(db: Db, id: SeriesId, scope: Scope) {
  const { rows } = await sql<{
    month: Month
    value: number | string
    of: string
  }>`${series[id](scope)}`.execute(db)
  return rows.map(({ month, value, of }) => ({ month, value: Number(value), of: Number(of) }))
}
