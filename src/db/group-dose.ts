import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Day } from '#domain/day.ts'

export interface GroupDoseRow {
  readonly on: Day
  readonly minutes: number
}

/** When one woman was with others: sessions of groups, and activities to which she came by name. */
export async function findGroupDose(
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<readonly GroupDoseRow[]> {
  const { rows } = await sql<GroupDoseRow>`
    select session.on_day as "on", coalesce(session.minutes, 0) as minutes
    from group_place place
    join attendance one on one.org_id = place.org_id and one.place_id = place.id and one.state = 'present'
    join group_session session on session.org_id = one.org_id and session.id = one.session_id
    where place.org_id = ${orgId} and place.trajectory_id = ${trajectoryId} and session.state = 'held'
    union all
    select meeting.on_day, meeting.minutes
    from activity_sign_up her
    join activity_meeting meeting on meeting.org_id = her.org_id and meeting.id = her.meeting_id
    where her.org_id = ${orgId} and her.trajectory_id = ${trajectoryId}
      and her.attended = 'present' and meeting.state = 'held'
    order by 1`.execute(db)
  return rows
}

/** The talks in which she caught up: somebody beside her alone. */
export async function findMakeUpDose(
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<readonly GroupDoseRow[]> {
  const { rows } = await sql<GroupDoseRow>`
    select talk.held_on as "on", coalesce(talk.minutes, 0) as minutes
    from group_place place
    join make_up_talk talk on talk.org_id = place.org_id and talk.place_id = place.id and talk.state = 'held'
    where place.org_id = ${orgId} and place.trajectory_id = ${trajectoryId}
    order by 1`.execute(db)
  return rows
}
