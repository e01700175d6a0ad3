import { z } from 'zod'
import { listAvoidances as listRows } from '#db/worker-days.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'
import { avoidanceFields } from '#usecases/worker/own-worker.ts'
import { pairsToRule } from '#usecases/worker/pairs-to-rule.ts'

/**
 * Whom workers must not meet, for the safeguarding lead alone; and the pairs of which she has to say whether they may
 * meet, because one of the two has somebody whom she must not.
 */
export const listAvoidances = question({
  name: 'list-avoidances',
  may: workerPolicy.readAvoidances,
  input: z.strictObject({}),
  async run(work) {
    const rows = await listRows(work.tx, work.orgId, null)
    const people = rows.map(({ person_id }) => person_id)
    const pairs = await pairsToRule(work)
    const names = await readNames(work, [...people, ...pairs.map(({ personId }) => personId)])
    await work.vault.load(people)
    work.about({ person: people })
    const told = rows.map((row) => ({
      id: row.id,
      workerId: row.worker_id,
      name: names.get(row.person_id) ?? '—',
      saidAt: row.said_at,
      words: avoidanceFields.open(work.vault, row.person_id, row.id, 'words_sealed', row.words_sealed),
    }))
    return {
      told,
      pairs: pairs.map(({ personId, ...pair }) => ({
        ...pair,
        worker: told.find(({ workerId }) => workerId === pair.workerId)?.name ?? '—',
        woman: names.get(personId) ?? '—',
      })),
    }
  },
})
