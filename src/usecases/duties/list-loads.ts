import { z } from 'zod'
import { listHeaviest } from '#db/worker-life.ts'
import { loadStates, shareOf } from '#domain/match/load.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { watchesOver } from '#usecases/duties/watches-over.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'
import { readLoads, type WorkerLoad } from '#usecases/worker/read-loads.ts'

const shown = 50

/**
 * How full the hands are of those she watches over, or stands in for, the fullest first; a manager sees everybody's. Who
 * stands beside nobody isn't on it.
 */
export const listLoads = question({
  name: 'list-loads',
  may: workerPolicy.list,
  input: z.strictObject({}),
  async run(work) {
    const { tx, actor } = work
    const coordinatorIds = isMemberWith(actor, 'programme_manager')
      ? null
      : (await watchesOver(work)).watchers
    const rows = await listHeaviest(tx, actor, shown + 1, coordinatorIds)
    const loads = await readLoads(work, rows)
    const names = await readNames(
      work,
      rows.map(({ person_id }) => person_id),
    )
    const loaded = rows.flatMap((row): LoadLine[] => {
      const load = loads.get(row.id)
      return load ? [{ workerId: row.id, name: names.get(row.person_id) ?? '—', load }] : []
    })
    const heaviness = ({ load }: LoadLine) => loadStates.indexOf(load.state)
    return {
      all: isMemberWith(actor, 'programme_manager'),
      more: rows.length > shown,
      workers: loaded
        .slice(0, shown)
        .sort((a, b) => heaviness(b) - heaviness(a) || shareOf(b.load) - shareOf(a.load)),
    }
  },
})

export interface LoadLine {
  readonly workerId: string
  readonly name: string
  readonly load: WorkerLoad
}
export type Loads = Awaited<ReturnType<typeof listLoads>>
