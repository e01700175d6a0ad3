import type { FileLockRow } from '#db/file-lock.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import type { Against } from '#domain/file-lock/lock-effects.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

/** Against whom this lock is. */
export function againstOf(row: FileLockRow): Against {
  if (row.network_organisation_id) return { kind: 'organisation', id: row.network_organisation_id }
  if (row.member_id) return { kind: 'member', id: row.member_id }
  return { kind: 'worker', id: row.worker_id ?? '' }
}

/** How each of these is called, by its id. */
export async function nameAll(
  work: Work,
  againsts: readonly Against[],
): Promise<ReadonlyMap<string, string>> {
  const ids = (kind: Against['kind']) => againsts.filter((one) => one.kind === kind).map(({ id }) => id)
  const organisations = ids('organisation').length
    ? (await findNetworkOrganisations(work.tx, work.orgId)).map(({ id, name }) => [id, name] as const)
    : []
  return new Map([
    ...organisations,
    ...(await whoDid(work, ids('member'))),
    ...(await workerNames(work, ids('worker'))),
  ])
}

/** How that one is called. Nobody by this id is as good as nobody at all. */
export async function nameAgainst(work: Work, against: Against): Promise<string> {
  const name = (await nameAll(work, [against])).get(against.id)
  if (name === undefined) throw new NotFound()
  return name
}
