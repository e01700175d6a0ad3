import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Day } from '#domain/day.ts'

/** What is written down of one trajectory's group, and of her in it. */
export interface GroupFactsRow {
  trajectory_id: string
  state: string
  start_size: number | null
  size: number
  sessions_held: number
  /** Registered for the group now. */
  group_facilitators: number
  /** Of the session that was held last. */
  minutes: number | null
  theme_outcome: string | null
  facilitators: number | null
  last_attendance: string | null
  /** In all groups together. */
  attended: number
  attended_on: Day | null
  related: boolean
}

/** Of each of these trajectories the place that is open, or else the last one; nothing of who never had one. */
export const findGroupFacts = async (
  db: Db,
  orgId: string,
  trajectoryIds: readonly string[],
): Promise<GroupFactsRow[]> =>
  trajectoryIds.length === 0
    ? []
    : (
        await sql<GroupFactsRow>`
          select distinct on (place.trajectory_id) place.trajectory_id, place.state, g.start_size, seats.size,
            (select count(*)::int from group_session session where session.org_id = g.org_id
              and session.group_id = g.id and session.state = 'held') as sessions_held,
            (select count(*)::int from group_facilitator one where one.org_id = g.org_id
              and one.group_id = g.id and one.until_day is null) as group_facilitators,
            held.minutes, held.theme_outcome, held.facilitators, hers.state as last_attendance,
            seen.attended, seen.attended_on, place.relation_sealed is not null as related
          from group_place place
          join "group" g on g.org_id = place.org_id and g.id = place.group_id
          left join lateral (
            select session.id, session.minutes, session.theme_outcome,
              (select count(*)::int from session_facilitator f
                where f.org_id = session.org_id and f.session_id = session.id and f.state = 'present') as facilitators
            from group_session session
            where session.org_id = g.org_id and session.group_id = g.id and session.state = 'held'
            order by session.number desc limit 1) held on true
          left join attendance hers
            on hers.org_id = place.org_id and hers.session_id = held.id and hers.place_id = place.id
          cross join lateral (
            select count(*)::int as size from group_place other
            where other.org_id = g.org_id and other.group_id = g.id and other.state in ('enrolled', 'active')) seats
          cross join lateral (
            select count(*)::int as attended, max(session.on_day) as attended_on
            from attendance one
            join group_place own on own.org_id = one.org_id and own.id = one.place_id
            join group_session session on session.org_id = one.org_id and session.id = one.session_id
            where one.org_id = place.org_id and own.trajectory_id = place.trajectory_id
              and one.state = 'present') seen
          where place.org_id = ${orgId} and place.trajectory_id = any(${[...trajectoryIds]})
          order by place.trajectory_id, place.state in ('candidate', 'enrolled', 'active') desc, place.id desc
        `.execute(db)
      ).rows
