import { z } from 'zod'
import { findFileLocksOf } from '#db/file-lock.ts'
import { fileLockPolicy } from '#domain/file-lock/file-lock-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { fileOf } from '#usecases/file-lock/file-of.ts'
import { lockLines } from '#usecases/file-lock/lock-lines.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** From whom her file is kept, and was. */
export const listFileLocksOf = question({
  name: 'list-file-locks-of',
  may: fileLockPolicy.list,
  input: z.strictObject({ fileId: z.uuid() }),
  async run(work, { fileId }) {
    const personId = await fileOf(work, fileId)
    const person = (await readPeople(work, [personId])).get(personId)
    const lines = await lockLines(work, await findFileLocksOf(work.tx, work.actor, personId))
    return {
      name: person ? fullName(person.name) : '—',
      standing: lines.filter(({ state }) => state !== 'lifted'),
      lifted: lines.filter(({ state }) => state === 'lifted'),
    }
  },
})
