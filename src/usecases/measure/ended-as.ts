import { findClosure } from '#db/closure.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { Afterwards } from '#domain/measure/after-end.ts'
import type { Work } from '#usecases/context.ts'

/** How her trajectory ended, for what may still be asked; `null` while it goes on. */
export async function endedAs(
  { tx, orgId }: Work,
  { id, state }: Pick<TrajectoryRow, 'id' | 'state'>,
): Promise<{ readonly afterwards: Afterwards } | null> {
  if (state !== 'closed') return null
  return { afterwards: (await findClosure(tx, orgId, id))?.afterwards ?? 'not_asked' }
}
