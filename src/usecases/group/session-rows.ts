import type { Insertable } from 'kysely'
import type { GroupRow } from '#db/group.ts'
import { findSessions, insertSessions } from '#db/group-session.ts'
import type { GroupSessionTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import type { GroupRules } from '#domain/group/group-size.ts'
import { plannedAhead, sessionDays } from '#domain/group/session-days.ts'
import type { Work } from '#usecases/context.ts'

/** The next so many sessions, each with its theme. An open group goes through its themes again and again. */
export function sessionRows(
  work: Pick<Work, 'orgId' | 'newId'>,
  { groupId, rules, cadenceDays }: { groupId: string; rules: GroupRules; cadenceDays: number },
  { from, count, after, at }: { from: Day; count: number; after: number; at: string | null },
): Insertable<GroupSessionTable>[] {
  const themes = rules.sessionPlan
  return sessionDays(from, count, cadenceDays).map((day, index) => {
    const number = after + index + 1
    const place = rules.open.value && themes.length > 0 ? (number - 1) % themes.length : number - 1
    return {
      org_id: work.orgId,
      id: work.newId(),
      group_id: groupId,
      number,
      state: 'planned',
      theme: themes[place]?.id ?? null,
      on_day: day,
      at_time: at,
    }
  })
}

/** An open group has no last session: as one passes, others are planned behind the last. Its group is held. */
export async function planAhead(work: Work, group: GroupRow, rules: GroupRules): Promise<void> {
  if (!rules.open.value || rules.sessions.value !== null) return
  const rows = await findSessions(work.tx, work.orgId, [group.id])
  const last = rows.at(-1)
  const planned = rows.filter((row) => row.state === 'planned').length
  if (!last || planned >= plannedAhead) return
  await insertSessions(
    work.tx,
    sessionRows(
      work,
      { groupId: group.id, rules, cadenceDays: group.cadence_days },
      {
        from: last.on_day.add({ days: group.cadence_days }),
        count: plannedAhead - planned,
        after: last.number,
        at: last.at_time,
      },
    ),
  )
}
