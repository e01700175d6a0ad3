import { z } from 'zod'
import { listAround as listRows } from '#db/person-around.ts'
import { aroundPolicy } from '#domain/around/around-policy.ts'
import { openAround } from '#usecases/around/around-fields.ts'
import { herTrajectory } from '#usecases/around/held-around.ts'
import { aboutMe } from '#usecases/collision/is-me.ts'
import type { Work } from '#usecases/context.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Who is around her, as she told it, for who watches over trajectories. Who is on it himself doesn't find himself there:
 * to him it is as if she had told of nobody. What the check found is not here, and nothing of it.
 */
export const listAround = question({
  name: 'list-around',
  may: aroundPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { person_id: personId } = await herTrajectory(work, trajectoryId)
    const name = (await readNames(work, [personId])).get(personId) ?? '—'
    return { trajectoryId, name, around: await seenAround(work, personId) }
  },
})
export type AroundList = Awaited<ReturnType<typeof listAround>>

async function seenAround(work: Work, personId: string) {
  const rows = await listRows(work.tx, work.orgId, [personId])
  const mine = await aboutMe(work, rows)
  return rows.flatMap((row) => {
    const told = mine.has(row.id) ? null : openAround(work, row)
    return told ? [{ id: row.id, version: row.version, since: row.from_day, told }] : []
  })
}
