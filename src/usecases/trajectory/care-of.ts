import type { MatchRow } from '#db/match.ts'
import { listStepsOf } from '#db/match-life.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { type CareSpan, careSpans } from '#domain/match/care-spans.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'

/**
 * When visits rested or wound down, and when nobody stood beside her, as far as this reader may know who did: a worker
 * knows of her own time only, so for her no day is without anybody. `matches`: hers, those that this reader may see.
 */
export async function careOf(
  { tx, orgId, actor }: Work,
  { closed_on }: Pick<TrajectoryRow, 'closed_on'>,
  matches: readonly MatchRow[],
): Promise<readonly CareSpan[]> {
  const rows = matches.flatMap((row) =>
    row.started_on ? [{ id: row.id, startedOn: row.started_on, endedOn: row.ended_on }] : [],
  )
  if (rows.length === 0) return []
  const steps = Map.groupBy(
    await listStepsOf(
      tx,
      orgId,
      rows.map((row) => row.id),
    ),
    ({ match_id }) => match_id,
  )
  const spans = careSpans(
    rows.map((row) => ({
      ...row,
      steps: (steps.get(row.id) ?? []).map(({ step, on_day }) => ({ step, on: on_day })),
    })),
    closed_on,
  )
  return isMemberWith(actor, 'coordinator') ? spans : spans.filter(({ kind }) => kind !== 'nobody')
}
