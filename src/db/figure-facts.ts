import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Scope } from '#db/figures.ts'
import type { Day } from '#domain/day.ts'
import type { FactId } from '#domain/figures/figures.ts'

type Query = RawBuilder<Record<string, string | number | null>>
interface Asked extends Scope {
  readonly today: Day
}

/** Each family of facts in one question; what it gives are facts by the second half of their id. */
const families = {
  wait: ({ orgId, programmeIds, from, until }: Asked): Query => sql`
    select
      percentile_cont(0.5) within group (order by i.done_at::date - r.received_on) as intake,
      percentile_cont(0.5) within group (order by t.started_on - r.received_on) as start,
      percentile_cont(0.5) within group (order by first.visit_on - r.received_on) as visit
    from trajectory t
    join referral r on r.org_id = t.org_id and r.id = t.referral_id
    left join intake i on i.org_id = t.org_id and i.trajectory_id = t.id and i.state = 'done'
    left join (
      -- Nobody is visited before she was referred.
      select v.trajectory_id, min(v.done_on) as visit_on from contact v
      where v.org_id = ${orgId} and v.state = 'done' and v.done_on >= ${from} group by v.trajectory_id
    ) first on first.trajectory_id = t.id
    where t.org_id = ${orgId} and t.programme_id = any(${programmeIds})
      and r.received_on >= ${from} and r.received_on <= ${until}`,
  visits: ({ orgId, programmeIds, from, until, today }: Asked): Query => sql`
    select
      count(*) filter (where ${done(from, until)}) as done,
      sum(v.minutes) filter (where ${done(from, until)}) / 60.0 as hours,
      100.0 * count(*) filter (where ${done(from, until)} and v.done_on between v.due_from and v.due_until)
        / nullif(count(*) filter (where ${done(from, until)}), 0) as "in-window",
      count(*) filter (where v.state = 'no_show') as "no-show",
      count(*) filter (where v.state = 'cancelled' and v.cancelled_by = 'mother') as "by-mother",
      count(*) filter (where v.state = 'cancelled' and v.cancelled_by = 'worker') as "by-worker",
      count(*) filter (where v.state = 'cancelled' and v.cancelled_by = 'partner') as "by-partner",
      count(*) filter (where v.state = 'cancelled' and v.cancelled_by = 'other') as "by-other",
      count(*) filter (where v.state = 'skipped') as "left-out",
      count(*) filter (where v.state = 'planned' and v.planned_on < ${today}) as "not-written"
    from contact v
    join trajectory t on t.org_id = v.org_id and t.id = v.trajectory_id
    where v.org_id = ${orgId} and t.programme_id = any(${programmeIds})
      and coalesce(v.done_on, v.planned_on, v.due_until) >= ${from}
      and coalesce(v.done_on, v.planned_on, v.due_until) <= ${until}`,
  workers: ({ orgId, programmeIds, from, until }: Asked): Query => sql`
    with known as (
      select w.id, w.from_day, w.created_at, w.state,
        (select max(s.on_day) from worker_step s where s.org_id = w.org_id and s.worker_id = w.id and s.to_state = 'left') as left_on
      from worker w
      where w.org_id = ${orgId} and (w.programmes = '{}' or w.programmes && ${programmeIds}::text[])
        and w.state not in ('applicant', 'interview', 'in_training', 'vog_requested')
    ), visits as (
      select count(distinct v.worker_id) as visiting, sum(v.minutes) / 60.0 as hours
      from contact v join trajectory t on t.org_id = v.org_id and t.id = v.trajectory_id
      where v.org_id = ${orgId} and t.programme_id = any(${programmeIds}) and ${done(from, until)}
    )
    select
      count(*) filter (where from_day < ${from} and (left_on is null or left_on >= ${from})) as before,
      count(*) filter (where from_day between ${from} and ${until}) as came,
      count(*) filter (where left_on between ${from} and ${until}) as left,
      count(*) filter (where from_day <= ${until} and (left_on is null or left_on > ${until})) as now,
      (select visiting from visits) as visiting,
      (select hours from visits) as hours,
      (select count(*) from training_attendance one join training_session s on s.org_id = one.org_id and s.id = one.session_id
        where one.org_id = ${orgId} and one.attendance = 'there' and s.on_day between ${from} and ${until}
          and one.worker_id in (select id from known)) as trained,
      (select count(*) from worker_talk k where k.org_id = ${orgId} and k.state = 'done'
        and k.settled_on between ${from} and ${until} and k.worker_id in (select id from known)) as talks,
      (select count(*) from worker_talk k where k.org_id = ${orgId} and k.state = 'missed'
        and k.planned_on between ${from} and ${until} and k.worker_id in (select id from known)) as "talks-missed",
      (select sum(l.cents) from payout_line l join payout o on o.org_id = l.org_id and o.id = l.payout_id
        where l.org_id = ${orgId} and o.state = 'paid' and l.returned_on is null
          and o.pay_on between ${from} and ${until} and l.worker_id in (select id from known)) as paid
    from known`,
  coordinators: ({ orgId, until }: Asked): Query => sql`
    select count(*) as now from member m where m.org_id = ${orgId} and 'coordinator' = any(m.roles)
      and m.active_from <= ${until} and (m.active_until is null or m.active_until > ${until})`,
  safety: ({ orgId, programmeIds, from, until }: Asked): Query => sql`
    select
      (select count(*) from concern k ${ofTrajectory('k', programmeIds)} and k.org_id = ${orgId}
        and k.raised_on between ${from} and ${until} and k.level = 'worried') as worried,
      (select count(*) from concern k ${ofTrajectory('k', programmeIds)} and k.org_id = ${orgId}
        and k.raised_on between ${from} and ${until} and k.level = 'very_worried') as "very-worried",
      (select count(*) from concern k ${ofTrajectory('k', programmeIds)} and k.org_id = ${orgId}
        and k.raised_on between ${from} and ${until} and k.level = 'danger_now') as "danger-now",
      (select count(distinct k.trajectory_id) from red_flag_check k
        join red_flag f on f.org_id = k.org_id and f.check_id = k.id ${ofTrajectory('k', programmeIds)}
        and k.org_id = ${orgId} and k.checked_on between ${from} and ${until}) as "red-flags",
      (select count(*) from meldcode k ${ofTrajectory('k', programmeIds)} and k.org_id = ${orgId}
        and k.opened_on between ${from} and ${until}) as meldcodes,
      (select count(*) from meldcode k join meldcode_entry e on e.org_id = k.org_id and e.meldcode_id = k.id
        ${ofTrajectory('k', programmeIds)} and k.org_id = ${orgId} and e.kind = 'consulted'
        and e.on_day between ${from} and ${until}) as consulted,
      (select count(*) from meldcode k join meldcode_entry e on e.org_id = k.org_id and e.meldcode_id = k.id
        ${ofTrajectory('k', programmeIds)} and k.org_id = ${orgId} and e.kind = 'reported'
        and e.on_day between ${from} and ${until}) as reports,
      (select count(*) from incident k where k.org_id = ${orgId} and k.weight = 'incident'
        and k.happened_on between ${from} and ${until}) as incidents,
      (select count(*) from incident k where k.org_id = ${orgId} and k.weight = 'calamity'
        and k.happened_on between ${from} and ${until}) as calamities`,
  chain: ({ orgId, programmeIds, from, until }: Asked): Query => sql`
    select
      count(*) filter (where k.held_on between ${from} and ${until}) as talks,
      count(*) filter (where k.answer is not null and k.held_on between ${from} and ${until}) as asked,
      count(*) filter (where k.answer = 'started' and k.held_on between ${from} and ${until}) as began
    from handover k ${ofTrajectory('k', programmeIds)} and k.org_id = ${orgId}`,
} as const
type Family = keyof typeof families

const done = (from: Day, until: Day) =>
  sql`v.state = 'done' and v.done_on >= ${from} and v.done_on <= ${until}`
const ofTrajectory = (alias: string, programmeIds: readonly string[]) => sql`
  join trajectory t on t.org_id = ${sql.ref(`${alias}.org_id`)} and t.id = ${sql.ref(`${alias}.trajectory_id`)}
  where t.programme_id = any(${programmeIds})`

/** These facts; `null` where there is nothing to work one out from. Files that this reader may not see don't count. */
export async function readFacts(
  db: Db,
  ids: readonly FactId[],
  asked: Asked,
): Promise<ReadonlyMap<FactId, number | null>> {
  const wanted = new Map<Family, FactId[]>()
  for (const id of ids) {
    // Every id begins with its family.
    const family = id.slice(0, id.indexOf('.')) as Family
    wanted.set(family, [...(wanted.get(family) ?? []), id])
  }
  const known = new Map<FactId, number | null>()
  for (const [family, facts] of wanted) {
    const { rows } = await families[family](asked).execute(db)
    for (const id of facts) {
      const value = rows[0]?.[id.slice(family.length + 1)] ?? null
      known.set(id, value === null ? null : Number(value))
    }
  }
  return known
}
