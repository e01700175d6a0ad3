import type { MeetingChangeRow } from '#db/matching-meeting.ts'
import { fullLabel } from '#domain/programme/full-label.ts'
import { standing } from '#usecases/matching-meeting/held-meeting.ts'
import type { MeetingProgramme } from '#usecases/matching-meeting/meeting-view.ts'
import type { PlannedMeeting } from '#usecases/matching-meeting/plan-meeting.ts'

/** What counts in each programme of those who wait: by its definition, and in this meeting. */
export function viewProgrammes(
  { gathered, people }: PlannedMeeting,
  rows: readonly MeetingChangeRow[],
): MeetingProgramme[] {
  const nowOf = new Map(people.women.map(({ id, definition }) => [id, definition]))
  const made = standing(rows)
  return [...Map.groupBy(gathered.waiting, ({ definition }) => definition)].map(
    ([definition, women]): MeetingProgramme => {
      const now = nowOf.get(women[0]?.trajectory.id ?? '') ?? definition
      return {
        programmeId: definition.id,
        version: definition.version,
        label: fullLabel(definition),
        women: women.length,
        weights: (definition.matching?.soft ?? []).map(({ criterion, weight }) => ({
          criterion,
          weight,
          now: now.matching?.soft.find((one) => one.criterion === criterion)?.weight ?? weight,
          changedBy:
            made.find(
              ({ change }) =>
                change.kind === 'weight' &&
                change.programmeId === definition.id &&
                change.version === definition.version &&
                change.criterion === criterion,
            )?.changeId ?? null,
        })),
      }
    },
  )
}
