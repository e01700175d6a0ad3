import { z } from 'zod'
import { listAvoidances as listRows } from '#db/worker-days.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'
import { avoidanceFields } from '#usecases/worker/own-worker.ts'

/** Whom workers must not meet: for the safeguarding lead alone, who is asked before a pair is made. */
export const listAvoidances = question({
  name: 'list-avoidances',
  may: workerPolicy.readAvoidances,
  input: z.strictObject({}),
  async run(work) {
    const rows = await listRows(work.tx, work.orgId, null)
    const people = rows.map(({ person_id }) => person_id)
    const names = await readNames(work, people)
    await work.vault.load(people)
    work.about({ person: people })
    return rows.map((row) => ({
      id: row.id,
      name: names.get(row.person_id) ?? '—',
      saidAt: row.said_at,
      words: avoidanceFields.open(work.vault, row.person_id, row.id, 'words_sealed', row.words_sealed),
    }))
  },
})
