import { type IncidentNoticeRow, type IncidentRow, listNotices } from '#db/incident.ts'
import { type Day, isBefore } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'

/** One line of the register: what kind, when, and how many are still to be told. No word of what happened. */
export const incidentLine = (
  work: Work,
  row: IncidentRow,
  notices: readonly Pick<IncidentNoticeRow, 'due_on' | 'decided_by'>[],
) => {
  const open = notices.filter(({ decided_by }) => decided_by === null)
  const [first] = open.flatMap(({ due_on }) => due_on ?? []).sort(Temporal.PlainDate.compare)
  return {
    id: row.id,
    weight: row.weight,
    kind: row.kind,
    on: row.happened_on,
    state: row.state,
    toTell: open.length,
    tellBy: first ?? null,
    late: isLate(first ?? null, work.today),
  }
}
export type IncidentLine = ReturnType<typeof incidentLine>

const isLate = (due: Day | null, today: Day): boolean => due !== null && isBefore(due, today)

export async function incidentLines(work: Work, rows: readonly IncidentRow[]): Promise<IncidentLine[]> {
  const notices = await listNotices(
    work.tx,
    work.orgId,
    rows.map(({ id }) => id),
  )
  return rows.map((row) =>
    incidentLine(
      work,
      row,
      notices.filter(({ incident_id }) => incident_id === row.id),
    ),
  )
}
