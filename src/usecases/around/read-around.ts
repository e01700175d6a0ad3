import { z } from 'zod'
import { findAround } from '#db/person-around.ts'
import { aroundPolicy } from '#domain/around/around-policy.ts'
import { openAround } from '#usecases/around/around-fields.ts'
import { aboutHers } from '#usecases/around/held-around.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** One of those around her, to tell more of him. */
export const readAround = question({
  name: 'read-around',
  may: aroundPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const [row] = await findAround(work.tx, work.orgId, [id])
    const trajectoryId = await aboutHers(work, row)
    const told = row && row.until_day === null ? openAround(work, row) : null
    if (!row || !told) throw new NotFound()
    return { id, version: row.version, trajectoryId, told }
  },
})
