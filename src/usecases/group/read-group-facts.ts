import { findGroupFacts } from '#db/group-facts.ts'
import type { Day } from '#domain/day.ts'
import { groupFacts, placeFacts } from '#domain/group/group-facts.ts'
import { attendanceStates, themeOutcomes } from '#domain/group/session.ts'
import type { Facts } from '#domain/programme/expression.ts'
import type { Work } from '#usecases/context.ts'
import { hasSeat } from '#usecases/group/group-states.ts'

export interface InGroup {
  readonly facts: Facts
  /** The last day on which she was there. */
  readonly attendedOn: Day | null
}

/**
 * What is known of these trajectories in their groups, for rules that ask for it; nothing of who never had a place.
 * Whoever asks may see them. Opens nothing that is sealed.
 */
export async function readGroupFacts(
  { tx, orgId }: Pick<Work, 'tx' | 'orgId'>,
  trajectoryIds: readonly string[],
): Promise<Map<string, InGroup>> {
  const rows = await findGroupFacts(tx, orgId, trajectoryIds)
  return new Map(
    rows.map((row) => [
      row.trajectory_id,
      {
        attendedOn: row.attended_on,
        facts: {
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
        },
      },
    ]),
  )
}
