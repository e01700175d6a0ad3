import { z } from 'zod'
import { listWorkerRows } from '#db/worker.ts'
import { fullName } from '#domain/person/person.ts'
import { closedGates, type GateStatus } from '#domain/worker/gates.ts'
import { matchable, type WorkerState, workerStates } from '#domain/worker/worker.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'
import { readLoads, type WorkerLoad } from '#usecases/worker/read-loads.ts'
import { workerState } from '#usecases/worker/step-worker.ts'
import { allGates, readGates, seenGate } from '#usecases/worker/worker-gates.ts'

export interface WorkerLine {
  readonly workerId: string
  readonly name: string
  readonly kind: string
  readonly state: WorkerState
  readonly languages: readonly string[]
  readonly area: string | null
  /** How full her hands are with the women she stands beside now, and those she was asked for. */
  readonly load: WorkerLoad
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
    const loads = await readLoads(work, rows)
    return rows
      .flatMap((row): WorkerLine[] => {
        const person = people.get(row.person_id)
        const load = loads.get(row.id)
        if (!load) return []
        const closed = closedGates(allGates(work, row, (gates.get(row.id) ?? []).map(seenGate)))
        const state = workerState(row)
        return [
          {
            workerId: row.id,
            name: person ? fullName(person.name) : '—',
            kind: row.kind,
            state,
            languages: person?.languages ?? [],
            area: workerPolicy.seeAddress(work.actor) ? (person?.area ?? null) : null,
            load,
            room: matchable(state) && closed.length === 0 ? load.room : 0,
            closed,
          },
        ]
      })
      .sort((a, b) => b.room - a.room || a.name.localeCompare(b.name, 'nl'))
  },
})
