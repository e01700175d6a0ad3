import type { GroupFactsRow } from '#db/group-facts.ts'
import { groupFacts, placeFacts } from '#domain/group/group-facts.ts'
import { attendanceStates, themeOutcomes } from '#domain/group/session.ts'
import type { Facts } from '#domain/programme/expression.ts'
import { hasSeat } from '#usecases/group/group-states.ts'

/** What is known of a trajectory in its group, for rules that ask for it; nothing of who never had a place. */
export const inGroup = (row: GroupFactsRow | undefined): Facts =>
  row
    ? {
        ...groupFacts({
          startSize: row.start_size,
          size: row.size,
          sessionsHeld: row.sessions_held,
          facilitators: row.group_facilitators,
          lastHeld:
            row.minutes === null
              ? null
              : {
                  minutes: row.minutes,
                  facilitators: row.facilitators ?? 0,
                  theme: themeOutcomes.find((outcome) => outcome === row.theme_outcome) ?? null,
                },
        }),
        ...placeFacts({
          participant: hasSeat(row),
          lastAttendance: attendanceStates.find((state) => state === row.last_attendance) ?? null,
          attended: row.attended,
          relationFound: row.related,
        }),
      }
    : {}
