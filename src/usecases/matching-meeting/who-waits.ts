import { listMatchRows } from '#db/match.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { countWaiting, listWaitingRows } from '#db/waiting.ts'
import { openMatchStates } from '#domain/match/match.ts'
import { bounds } from '#domain/matching-meeting/bounds.ts'
import type { Work } from '#usecases/context.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** Who is on the waiting list: free for a meeting to plan for, or not, and why. */
export async function whoWaits(work: Work): Promise<{
  readonly free: readonly TrajectoryRow[]
  readonly underWay: number
  readonly forGroup: number
  /** More than are looked at. */
  readonly unread: number
}> {
  const { tx, actor } = work
  const rows = await listWaitingRows(tx, actor, bounds.waiting)
  const open = await listMatchRows(tx, actor, {
    states: openMatchStates,
    trajectoryIds: rows.map(({ id }) => id),
    limit: bounds.waiting,
  })
  const asked = new Set(open.map(({ trajectory_id }) => trajectory_id))
  const others = rows.filter((row) => !asked.has(row.id))
  const free = others.filter((row) => definitionOf(work, row).shape.value !== 'closed_group')
  return {
    free,
    underWay: asked.size,
    forGroup: others.length - free.length,
    unread: rows.length < bounds.waiting ? 0 : (await countWaiting(tx, actor)) - rows.length,
  }
}
