import { z } from 'zod'
import { findFileLocks } from '#db/file-lock.ts'
import { findLatestTrajectories } from '#db/lock-effects.ts'
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
    const personIds = [...new Set(rows.map(({ person_id }) => person_id))]
    const names = await readNames(work, personIds)
    const latest = await findLatestTrajectories(work.tx, work.orgId, personIds)
    const lines = (await lockLines(work, rows)).map((line) => ({
      ...line,
      name: names.get(line.personId) ?? '—',
      trajectoryId: latest.get(line.personId) ?? null,
    }))
    return { lines, more: rows.length === shown }
  },
})
