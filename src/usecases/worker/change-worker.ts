import { z } from 'zod'
import { lockWorker, saveWorker } from '#db/worker.ts'
import { versionInput } from '#domain/version.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { readPeople, rewritePerson } from '#usecases/person/person-file.ts'
import { command } from '#usecases/use-case.ts'
import { checkProgrammes, workerColumns, workerInput } from '#usecases/worker/worker-input.ts'

/** Writes her file anew, unless somebody else did since the version that was read. */
export const changeWorker = command({
  name: 'change-worker',
  action: 'update',
  may: workerPolicy.change,
  input: workerInput.extend({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version, ...input }) {
    const row = await lockWorker(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id })
    if (row.version !== version) throw new Refused('changed-meanwhile')
    checkProgrammes(work, input.programmes, row.programmes)
    const person = (await readPeople(work, [row.person_id])).get(row.person_id)
    if (!person || person.erased) throw new NotFound()
    if (!(await rewritePerson(work, person, input.person))) throw new Refused('changed-meanwhile')
    await saveWorker(work.tx, row, workerColumns(input))
    return { workerId: id }
  },
})
