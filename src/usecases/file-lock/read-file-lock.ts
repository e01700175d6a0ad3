import { z } from 'zod'
import { findFileLock } from '#db/file-lock.ts'
import { findTrajectoryIdsOf } from '#db/lock-effects.ts'
import { fileLockPolicy } from '#domain/file-lock/file-lock-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { lockLines } from '#usecases/file-lock/lock-lines.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'

/** One lock: against whom, why, what was asked and answered since. */
export const readFileLock = question({
  name: 'read-file-lock',
  may: fileLockPolicy.list,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findFileLock(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    const [line] = await lockLines(work, [row])
    if (!line) throw new NotFound()
    const names = await readNames(work, [row.person_id])
    const ids = await findTrajectoryIdsOf(work.tx, work.orgId, row.person_id)
    return { ...line, name: names.get(row.person_id) ?? '—', trajectoryId: ids.at(-1) ?? null }
  },
})
export type LockPage = Awaited<ReturnType<typeof readFileLock>>
