import { listWorkerSteps } from '#db/worker-life.ts'
import type { Work } from '#usecases/context.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/** Every step of hers, the newest first, with who took it; call it only for a worker the actor may see. */
export async function readHistory(work: Work, workerId: string) {
  const steps = await listWorkerSteps(work.tx, work.orgId, workerId)
  const names = await whoDid(
    work,
    steps.flatMap(({ taken_by }) => taken_by ?? []),
  )
  return steps.map((row) => ({
    step: row.step,
    to: row.to_state,
    on: row.on_day,
    until: row.until_day,
    reason: row.reason_code,
    by: names.get(row.taken_by ?? '') ?? null,
  }))
}
