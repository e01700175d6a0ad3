import { listWaivers } from '#db/worker-gate.ts'
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

/** What managers decided that she may go on without, the newest first. */
export async function readWaivers(work: Work, workerId: string) {
  const rows = await listWaivers(work.tx, work.orgId, workerId)
  const names = await whoDid(
    work,
    rows.flatMap(({ decided_by }) => decided_by ?? []),
  )
  return rows.map((row) => ({
    kind: row.kind,
    covers: row.covers,
    from: row.from_day,
    until: row.until_day,
    ended: row.ended_on,
    reason: row.reason_code,
    by: names.get(row.decided_by ?? '') ?? null,
  }))
}
