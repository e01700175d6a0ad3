import { z } from 'zod'
import { countMatches } from '#db/match.ts'
import { listWorkerRows, type WorkerRow } from '#db/worker.ts'
import { fullName } from '#domain/person/person.ts'
import { closedGates, type GateStatus } from '#domain/worker/gates.ts'
import { matchable, type WorkerState, workerStates } from '#domain/worker/worker.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { allGates, programmesOf, readGates, seenGate } from '#usecases/worker/worker-gates.ts'

export interface WorkerLine {
  readonly workerId: string
  readonly name: string
  readonly kind: string
  readonly state: WorkerState
  readonly languages: readonly string[]
  readonly area: string | null
  /** Women she stands beside now, and those she was asked for. */
  readonly taken: number
  /** Women she has room for; 0 if she can't be matched now. */
  readonly room: number
  /** What stands in the way: 'not yet ready because'. */
  readonly closed: readonly GateStatus[]
}

const most = 2000

/** All workers with the room they have and what they still lack; those who left only if asked for. */
export const listWorkers = question({
  name: 'list-workers',
  may: workerPolicy.list,
  input: z.strictObject({ withLeft: z.boolean().default(false) }),
  async run(work, { withLeft }) {
    const states = workerStates.filter((state) => withLeft || state !== 'left')
    const rows = await listWorkerRows(work.tx, work.actor, { states, limit: most })
    const ids = rows.map((row) => row.id)
    const people = await readPeople(
      work,
      rows.map((row) => row.person_id),
    )
    const gates = await readGates(work, ids)
    const counts = await countMatches(work.tx, work.orgId, ids)
    return rows
      .map((row): WorkerLine => {
        const person = people.get(row.person_id)
        const taken = counts.get(row.id)?.taken ?? 0
        const closed = closedGates(allGates(work, row, (gates.get(row.id) ?? []).map(seenGate)))
        const state = workerState(row)
        return {
          workerId: row.id,
          name: person ? fullName(person.name) : '—',
          kind: row.kind,
          state,
          languages: person?.languages ?? [],
          area: workerPolicy.seeAddress(work.actor) ? (person?.area ?? null) : null,
          taken,
          room: matchable(state) && closed.length === 0 ? placesOf(work, row, taken) : 0,
          closed,
        }
      })
      .sort((a, b) => b.room - a.room || a.name.localeCompare(b.name, 'nl'))
  },
})

/** Her own number, within the widest of her programmes. */
export function placesOf(
  work: Pick<Work, 'programmes'>,
  row: Pick<WorkerRow, 'capacity' | 'programmes'>,
  taken: number,
): number {
  const allowed = programmesOf(work, row).map(({ worker }) => worker.caseloadMax?.value ?? row.capacity)
  return Math.max(0, Math.min(row.capacity, Math.max(0, ...allowed)) - taken)
}
