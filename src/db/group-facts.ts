import { sql } from 'kysely'
import type { Asked } from '#db/case-facts.ts'
import type { DayNumber } from '#domain/day.ts'

/** What is written down of one trajectory's group, and of her in it. */
export interface GroupFactsRow {
  readonly id: string
  readonly state: string
  readonly start_size: number | null
  readonly size: number
  readonly sessions_held: number
  /** Registered for the group now. */
  readonly group_facilitators: number
  /** Of the session that was held last. */
  readonly minutes: number | null
  readonly theme_outcome: string | null
  readonly facilitators: number | null
  readonly last_attendance: string | null
  /** In all groups together, with what she caught up with as her programme counts that. */
  readonly attended: number
  readonly attended_on: DayNumber | null
  readonly related: boolean
}

/**
 * Of each of these trajectories the place that is open, or else the last one; nothing of who never had one. What is of
 * the group itself is looked up once for all who are in it.
 */
export const groupFactsOf = ({ of }: Asked) => sql<GroupFactsRow>`
  with seat as materialized (
    select distinct on (trajectory_id) org_id, id, trajectory_id, group_id, state, relation_sealed is not null as related
    from group_place where ${of('group_place')}
    order by trajectory_id, state in ('candidate', 'enrolled', 'active') desc, id desc),
  circle as materialized (
    select g.id, g.start_size, held.id as held_id, held.minutes, held.theme_outcome,
      (select count(*)::int from group_place other where other.org_id = g.org_id
        and other.group_id = g.id and other.state in ('enrolled', 'active')) as size,
      (select count(*)::int from group_session session where session.org_id = g.org_id
        and session.group_id = g.id and session.state = 'held') as sessions_held,
      (select count(*)::int from group_facilitator one where one.org_id = g.org_id
        and one.group_id = g.id and one.until_day is null) as group_facilitators,
      case when held.id is not null then (select count(*)::int from session_facilitator f
        where f.org_id = g.org_id and f.session_id = held.id and f.state = 'present') end as facilitators
    from (select distinct org_id, group_id from seat) as theirs
    join "group" g on g.org_id = theirs.org_id and g.id = theirs.group_id
    left join lateral (
      select session.id, session.minutes, session.theme_outcome from group_session session
      where session.org_id = g.org_id and session.group_id = g.id and session.state = 'held'
      order by session.number desc limit 1) held on true),
  seen as (
    select own.trajectory_id, count(*)::int as attended, max(session.on_day) - date '1970-01-01' as attended_on
    from group_place own
    join attendance one on one.org_id = own.org_id and one.place_id = own.id and one.state = 'present'
    join group_session session on session.org_id = one.org_id and session.id = one.session_id
    where ${of('own')} group by own.trajectory_id),
  caught_up as (
    select own.trajectory_id, count(*)::int as talks
    from group_place own
    join make_up_talk talk on talk.org_id = own.org_id and talk.place_id = own.id
      and talk.state = 'held' and talk.counts
    join attendance one on one.org_id = own.org_id and one.place_id = own.id
      and one.session_id = talk.session_id and one.state <> 'present'
    where ${of('own')} group by own.trajectory_id)
  select seat.trajectory_id as id, seat.state, seat.related, circle.start_size, circle.size, circle.sessions_held,
    circle.group_facilitators, circle.minutes, circle.theme_outcome, circle.facilitators,
    hers.state as last_attendance, coalesce(seen.attended, 0) + coalesce(caught_up.talks, 0) as attended, seen.attended_on
  from seat
  join circle on circle.id = seat.group_id
  left join attendance hers
    on hers.org_id = seat.org_id and hers.session_id = circle.held_id and hers.place_id = seat.id
  left join seen on seen.trajectory_id = seat.trajectory_id
  left join caught_up on caught_up.trajectory_id = seat.trajectory_id`
