import { z } from 'zod'
import { findFileLocks } from '#db/file-lock.ts'
import { findTrajectoryIdsOf } from '#db/lock-effects.ts'
import { fileLockPolicy } from '#domain/file-lock/file-lock-policy.ts'
import { lockLines } from '#usecases/file-lock/lock-lines.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'

const shown = 200

/** Every lock that stands in the organisation, first what somebody asked to lift: for who may agree to that. */
export const listFileLocks = question({
  name: 'list-file-locks',
  may: fileLockPolicy.answerLift,
  input: z.strictObject({}),
  async run(work) {
    const rows = await findFileLocks(work.tx, work.actor, shown)
    const names = await readNames(
      work,
      rows.map(({ person_id }) => person_id),
    )
    const lines = await lockLines(work, rows)
    const found = []
    for (const line of lines)
      found.push({
        ...line,
        name: names.get(line.personId) ?? '—',
        trajectoryId: (await findTrajectoryIdsOf(work.tx, work.orgId, line.personId)).at(-1) ?? null,
      })
    return { lines: found, more: rows.length === shown }
  },
})
