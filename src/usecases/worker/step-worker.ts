import { z } from 'zod'
import { countMatches } from '#db/match.ts'
import { lockWorker, saveWorker, type WorkerRow } from '#db/worker.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { closedGates } from '#domain/worker/gates.ts'
import { handSteps, stepWorker, type WorkerState, workerStates } from '#domain/worker/worker.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { allGates, readGates, seenGate } from '#usecases/worker/worker-gates.ts'

/**
 * Takes a worker a step on: in training, ready, on leave, leaving. Ready only with every gate open; gone only when
 * she stands beside nobody any more.
 */
export const stepWorkerOn = command({
  name: 'step-worker',
  action: 'update',
  may: workerPolicy.change,
  input: z.strictObject({ id: z.uuid(), version: versionInput, step: z.enum(handSteps) }),
  async run(work, { id, version, step }) {
    const row = await lockWorker(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id, detail: { step } })
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const state = stepWorker(workerState(row), step)
    if (isRefusal(state)) throw new Refused(state.refused)
    if (step === 'make-ready' && (await closed(work, row)) > 0) throw new Refused('worker-gates-closed')
    const taken = (await countMatches(work.tx, work.orgId, [id])).get(id)?.taken ?? 0
    if (step === 'leave' && taken > 0) throw new Refused('worker-has-matches')
    await saveWorker(work.tx, row, {
      // Back from leave she is where her matches say she is.
      state: state === 'ready' && taken > 0 && step === 'come-back' ? 'active' : state,
      until_day: state === 'left' ? work.today : null,
    })
    return { state }
  },
})

/** A row's state as the table of states knows it; a row that says anything else is a bug. */
export function workerState(row: Pick<WorkerRow, 'state'>): WorkerState {
  const state = workerStates.find((known) => known === row.state)
  if (!state) throw new Error(`a worker in state ${row.state}`)
  return state
}

async function closed(work: Work, row: WorkerRow): Promise<number> {
  const seen = (await readGates(work, [row.id])).get(row.id) ?? []
  return closedGates(allGates(work, row, seen.map(seenGate))).length
}
