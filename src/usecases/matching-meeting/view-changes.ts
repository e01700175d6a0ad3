import type { MeetingChangeRow } from '#db/matching-meeting.ts'
import { capacityReasons, choiceReasons, leaveOutReasons } from '#domain/matching-meeting/meeting-change.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { softCriteria } from '#domain/programme/definition.ts'
import { fullLabel } from '#domain/programme/full-label.ts'
import type { Words } from '#domain/programme/provenance.ts'
import type { Work } from '#usecases/context.ts'
import type { MeetingNames } from '#usecases/matching-meeting/meeting-names.ts'
import type { MeetingChangeLine } from '#usecases/matching-meeting/meeting-view.ts'

const reasons = [...choiceReasons, ...capacityReasons, ...leaveOutReasons]

/** All that was changed, the newest first, with who did it and who undid it. */
export function viewChanges(
  { programmes }: Pick<Work, 'programmes'>,
  rows: readonly MeetingChangeRow[],
  names: MeetingNames,
  nameOf: (memberId: string | null) => string | null,
): MeetingChangeLine[] {
  return rows.toReversed().map((row) => ({
    changeId: row.id,
    kind: row.kind,
    woman: row.trajectory_id === null ? null : names.woman(row.trajectory_id),
    worker: row.worker_id === null ? null : names.worker(row.worker_id),
    programme: labelOf(programmes.find(row.programme_id ?? '', row.programme_version ?? '')),
    criterion: softCriteria.find((one) => one === row.criterion) ?? null,
    number: row.number,
    reason: reasons.find((one) => one === row.reason_code) ?? null,
    by: nameOf(row.made_by),
    at: row.made_at,
    undone: row.undone_at && { by: nameOf(row.undone_by), at: row.undone_at },
  }))
}

const labelOf = (definition: ProgrammeDefinition | null): Words | null => definition && fullLabel(definition)
