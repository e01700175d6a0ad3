import { z } from 'zod'
import { saveWorker } from '#db/worker.ts'
import { versionInput } from '#domain/version.ts'
import { ownFileInput } from '#domain/worker/own-file.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { readPeople, rewritePerson } from '#usecases/person/person-file.ts'
import { command } from '#usecases/use-case.ts'
import { holdOwn } from '#usecases/worker/own-worker.ts'

/** What a worker shares and how many women she wants now: hers to say, hers to change, on her own phone. */
export const changeOwnFile = command({
  name: 'change-own-file',
  action: 'update',
  may: workerPolicy.own,
  input: z.strictObject({ version: versionInput, file: ownFileInput }),
  async run(work, { version, file }) {
    const row = await holdOwn(work)
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const person = (await readPeople(work, [row.person_id])).get(row.person_id)
    if (!person || person.erased) throw new NotFound()
    if (!(await rewritePerson(work, person, { ...person, languages: file.speaks })))
      throw new Refused('changed-meanwhile')
    const { profile } = file
    await saveWorker(work.tx, row, {
      backgrounds: profile.backgrounds,
      interests: profile.interests,
      availability: profile.availability,
      child_situations: profile.childSituations,
      reads: file.reads,
      child_ages: file.childAges,
      avoids: file.avoids,
      travels: file.travels,
      capacity: file.capacity,
    })
    return { workerId: row.id }
  },
})
