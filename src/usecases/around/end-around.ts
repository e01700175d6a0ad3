import { z } from 'zod'
import { saveAround } from '#db/person-around.ts'
import { aroundPolicy } from '#domain/around/around-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdAround } from '#usecases/around/held-around.ts'
import { Forbidden } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** He is not around her any more, or was written down by mistake. What was decided because of him stands. */
export const endAround = command({
  name: 'end-around',
  action: 'update',
  may: aroundPolicy.change,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, which) {
    if (work.actor.kind !== 'member') throw new Forbidden()
    const row = await holdAround(work, which)
    await saveAround(work.tx, row, { until_day: work.today, ended_by: work.actor.memberId })
    return { aroundId: row.id }
  },
})
