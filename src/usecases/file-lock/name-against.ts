import type { FileLockRow } from '#db/file-lock.ts'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import type { Against } from '#domain/file-lock/lock-effects.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { workerNames } from '#usecases/group/worker-names.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/** Against whom this lock is. */
export function againstOf(row: FileLockRow): Against {
  if (row.network_organisation_id) return { kind: 'organisation', id: row.network_organisation_id }
  if (row.member_id) return { kind: 'member', id: row.member_id }
  return { kind: 'worker', id: row.worker_id ?? '' }
}

/** How that one is called. Nobody by this id is as good as nobody at all. */
export async function nameAgainst(work: Work, { kind, id }: Against): Promise<string> {
  const name =
    kind === 'organisation'
      ? (await findNetworkOrganisation(work.tx, work.orgId, id))?.name
      : kind === 'member'
        ? (await whoDid(work, [id])).get(id)
        : (await workerNames(work, [id])).get(id)
  if (name === undefined) throw new NotFound()
  return name
}
