import { findWorker } from '#db/worker.ts'
import { fullName } from '#domain/person/person.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'

/** What those who lead a group are called; colleagues know each other by name. */
export async function workerNames(work: Work, workerIds: readonly string[]): Promise<Map<string, string>> {
  const naast = { kind: 'system', orgId: work.orgId, job: 'group' } as const
  const persons = new Map<string, string>()
  for (const id of new Set(workerIds)) {
    const worker = await findWorker(work.tx, naast, id)
    if (worker) persons.set(id, worker.person_id)
  }
  const people = await readPeople(work, [...persons.values()])
  return new Map(
    [...persons].map(([id, personId]) => {
      const person = people.get(personId)
      return [id, person ? fullName(person.name) : '—']
    }),
  )
}
