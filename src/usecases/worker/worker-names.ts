import { findWorkersByIds } from '#db/worker.ts'
import type { Work } from '#usecases/context.ts'
import { readNames } from '#usecases/person/read-names.ts'

/**
 * How these workers are called, by their id; colleagues know each other by name. Who was erased is a dash. Counts as
 * reading their files.
 */
export async function workerNames(work: Work, workerIds: readonly string[]): Promise<Map<string, string>> {
  const workers = await findWorkersByIds(work.tx, work.orgId, workerIds)
  const names = await readNames(
    work,
    workers.map(({ person_id }) => person_id),
  )
  return new Map(workers.map(({ id, person_id }) => [id, names.get(person_id) ?? '—']))
}

/** The same, in the order of their names. */
export async function workersByName(work: Work, workerIds: readonly string[]): Promise<Map<string, string>> {
  const names = await workerNames(work, workerIds)
  return new Map([...names].sort(([, one], [, other]) => one.localeCompare(other)))
}
