import { saveWorker, type WorkerRow } from '#db/worker.ts'
import { insertWorkerStep } from '#db/worker-life.ts'
import type { Day } from '#domain/day.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import type { WorkerState, WorkerStep } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { giveUpTrainings } from '#usecases/training/settle-training.ts'

interface Taken {
  readonly step: WorkerStep
  readonly to: WorkerState
  /** Today unless said. */
  readonly on?: Day
  readonly reason?: string | null
  readonly until?: Day | null
}

/** Writes that a held worker took a step, and keeps it beside those before: who, when, why. */
export async function takeStep(work: Work, row: WorkerRow, taken: Taken): Promise<void> {
  const { step, to, on = work.today, reason = null, until = null } = taken
  await saveWorker(work.tx, row, {
    state: to,
    state_since: on,
    state_until: until,
    until_day: to === 'left' ? on : null,
    // Whoever takes the first step with somebody who came by the form watches over her from then on.
    coordinator_id:
      row.coordinator_id ?? (isMemberWith(work.actor, 'coordinator') ? work.actor.memberId : null),
  })
  if (to === 'left') await giveUpTrainings(work, row.id)
  await keepStep(work, row.id, { step, from: row.state, to, on, reason, until })
}

/** One line of her history, also the first. */
export async function keepStep(
  { tx, orgId, actor, now, newId }: Work,
  workerId: string,
  line: {
    step: string
    from: string | null
    to: string
    on: Day
    reason?: string | null
    until?: Day | null
  },
): Promise<void> {
  await insertWorkerStep(tx, {
    org_id: orgId,
    id: newId(),
    worker_id: workerId,
    step: line.step,
    from_state: line.from,
    to_state: line.to,
    reason_code: line.reason ?? null,
    on_day: line.on,
    until_day: line.until ?? null,
    taken_by: actor.kind === 'member' ? actor.memberId : null,
    taken_at: now,
  })
}
