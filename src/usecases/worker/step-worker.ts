import { z } from 'zod'
import { countMatches } from '#db/match.ts'
import { lockWorker, type WorkerRow } from '#db/worker.ts'
import { dayInput } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { closedGates } from '#domain/worker/gates.ts'
import {
  asksUntil,
  handSteps,
  stepProblems,
  stepWorker,
  type WorkerState,
  workerStates,
} from '#domain/worker/worker.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { takeStep } from '#usecases/worker/take-step.ts'
import { allGates, readGates, seenGate } from '#usecases/worker/worker-gates.ts'

const day = dayInput.nullish().transform((day) => day ?? null)

/**
 * Takes a worker a step on: to an interview, in training, ready, on leave, leaving. Ready only with every gate open;
 * gone only when she stands beside nobody any more. On leave she may go while women count on her: that is life, and the
 * worklist says it until somebody arranged it.
 */
export const stepWorkerOn = command({
  name: 'step-worker',
  action: 'update',
  may: workerPolicy.change,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    step: z.enum(handSteps),
    /** The day on which it was; today unless said. */
    on: day,
    reason: z.string().max(40).nullish(),
    /** Until when she is away, or her last day. */
    until: day,
  }),
  async run(work, { id, version, step, ...said }) {
    const row = await lockWorker(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id, detail: { step } })
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const from = workerState(row)
    const state = stepWorker(from, step)
    if (isRefusal(state)) throw new Refused(state.refused)
    const { today } = work
    const on = said.on ?? today
    const reason = said.reason ?? null
    const problems = stepProblems({ state: from, since: row.state_since, today }, step, {
      ...said,
      on,
      reason,
    })
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    if (step === 'make-ready') await refuseIfClosed(work, row)
    const taken = (await countMatches(work.tx, work.orgId, [id])).get(id)?.taken ?? 0
    if (step === 'leave' && taken > 0) throw new Refused('worker-has-matches')
    await takeStep(work, row, {
      step,
      // Back from leave, or staying after all, she is where her matches say she is.
      to: state === 'ready' && taken > 0 ? 'active' : state,
      on,
      reason,
      until: asksUntil(step) ? said.until : null,
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

async function refuseIfClosed(work: Work, row: WorkerRow): Promise<void> {
  const seen = (await readGates(work, [row.id])).get(row.id) ?? []
  const closed = closedGates(allGates(work, row, seen.map(seenGate)))
  if (closed.length === 0) return
  const said = (language: 'nl' | 'en') => closed.map(({ label }) => label[language]).join(', ')
  throw new Refused('worker-gates-closed', { nl: said('nl'), en: said('en') })
}
