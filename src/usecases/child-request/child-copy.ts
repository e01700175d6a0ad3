import type { ChildRequestRow } from '#db/child-request.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { findTraces } from '#domain/redaction/find-traces.ts'
import { mustGo } from '#domain/redaction/gate.ts'
import type { Trace } from '#domain/redaction/trace.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { knownTraces } from '#usecases/redaction/known-traces.ts'

/** What in this text tells of anybody but the child, or of when and where somebody was. */
export async function tracesInCopy(
  work: Work,
  row: ChildRequestRow,
  text: string,
): Promise<readonly Trace[]> {
  const { tx, orgId } = work
  // The privacy officer sees no trajectory; whose child it is was settled when the request was let in.
  const inside = { kind: 'system', orgId, job: 'child-request' } as const
  const trajectory = row.trajectory_id && (await findTrajectory(tx, inside, row.trajectory_id))
  if (!trajectory) throw new NotFound()
  return findTraces(text, await knownTraces(work, trajectory.person_id, { except: row.person_id }), {
    moments: true,
  })
}

/** Asked again of what was written before, each time before it goes on: somebody may have come beside her since. */
export async function mustTellOfNobody(work: Work, row: ChildRequestRow, text: string): Promise<void> {
  if ((await tracesInCopy(work, row, text)).some(mustGo)) throw new Refused('text-tells-of-others')
}
