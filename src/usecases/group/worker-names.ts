import { findWorkersByIds } from '#db/worker.ts'
import { fullName } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'

/** What those who lead a group are called; colleagues know each other by name. */
export async function workerNames(work: Work, workerIds: readonly string[]): Promise<Map<string, string>> {
  const workers = await findWorkersByIds(work.tx, work.orgId, workerIds)
  const persons = new Map(workers.map(({ id, person_id }) => [id, person_id]))
  const people = await readPeople(work, [...persons.values()])
  return new Map(
    [...persons].map(([id, personId]) => {
      const person = people.get(personId)
      return [id, person ? fullName(person.name) : '—']
    }),
  )
}
