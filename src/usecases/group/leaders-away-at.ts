import type { FacilitatorRow } from '#db/group.ts'
import type { SessionRow } from '#db/group-session.ts'
import { type LeaderAway, leadersAway } from '#domain/group/leaders-away.ts'
import type { Work } from '#usecases/context.ts'
import { sessionStateOf } from '#usecases/group/group-states.ts'
import { readAway } from '#usecases/worker/refuse-if-away.ts'

/** Sessions to come of one group at which somebody who leads it is away. */
export async function leadersAwayAt(
  work: Pick<Work, 'tx' | 'orgId' | 'today'>,
  leading: readonly Pick<FacilitatorRow, 'worker_id'>[],
  sessions: readonly SessionRow[],
  needed: number,
): Promise<readonly LeaderAway[]> {
  const periods = await readAway(
    work,
    leading.map((row) => row.worker_id),
  )
  return leadersAway(
    sessions.map((row) => ({
      id: row.id,
      number: row.number,
      on: row.on_day,
      planned: sessionStateOf(row) === 'planned',
    })),
    new Map(leading.map((row) => [row.worker_id, periods.get(row.worker_id) ?? []])),
    needed,
    work.today,
  )
}
