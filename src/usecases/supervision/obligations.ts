import { listSupervisionOf } from '#db/supervision.ts'
import type { WorkerRow } from '#db/worker.ts'
import { type Obligation, obligationOf } from '#domain/supervision/supervision.ts'
import type { Work } from '#usecases/context.ts'
import { programmesOf } from '#usecases/worker/worker-gates.ts'

/** So far back is looked: longer than any rhythm that somebody would agree on. */
const daysBack = 800

/** The shortest rhythm that any of her programmes asks; `null` where none does. */
export const rhythmOf = (work: Work, worker: Pick<WorkerRow, 'programmes'>): number | null =>
  programmesOf(work, worker).reduce<number | null>((shortest, programme) => {
    const days = programme.worker.peerConsultationEveryDays?.value ?? null
    return days !== null && (shortest === null || days < shortest) ? days : shortest
  }, null)

export interface Standing {
  readonly worker: WorkerRow
  readonly obligation: Obligation
}

/** How it stands with peer consultation for each of these workers of whom it is asked. */
export async function obligationsOf(work: Work, workers: readonly WorkerRow[]): Promise<Standing[]> {
  const asked = workers.flatMap((worker) => {
    const everyDays = rhythmOf(work, worker)
    return everyDays === null ? [] : [{ worker, everyDays }]
  })
  if (asked.length === 0) return []
  const { tx, orgId, today } = work
  const rows = await listSupervisionOf(tx, orgId, {
    workerIds: asked.map(({ worker }) => worker.id),
    since: today.subtract({ days: daysBack }),
  })
  const byWorker = Map.groupBy(
    rows.filter(({ kind }) => kind === 'peer_consultation'),
    (row) => row.worker_id,
  )
  return asked.flatMap(({ worker, everyDays }) => {
    const sessions = (byWorker.get(worker.id) ?? []).map(({ on_day, attendance }) => ({
      on: on_day,
      was: attendance,
    }))
    const obligation = obligationOf(
      sessions,
      { since: worker.state_since ?? worker.from_day, everyDays },
      today,
    )
    return obligation ? [{ worker, obligation }] : []
  })
}
