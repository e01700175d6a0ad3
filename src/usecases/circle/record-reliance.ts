import { z } from 'zod'
import { insertReliance } from '#db/circle.ts'
import { circlePolicy } from '#domain/circle/circle-policy.ts'
import { readReliance } from '#domain/circle/reliance.ts'
import { relianceFields } from '#usecases/circle/circle-fields.ts'
import { holdForCircle } from '#usecases/circle/held-for-circle.ts'
import { comeMoments } from '#usecases/circle/known-circle.ts'
import { Invalid } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** On how many people she says she can rely, or that she'd rather not say; at one of the programme's moments or freely. */
export const recordReliance = command({
  name: 'record-reliance',
  action: 'create',
  may: circlePolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    count: z.string().max(20).default(''),
    ratherNot: z.boolean().default(false),
    moment: z.string().max(10).nullable().default(null),
  }),
  async run(work, { trajectoryId, count: given, ratherNot, moment }) {
    const { tx, orgId, vault, today, now } = work
    const { trajectory, definition, memberId } = await holdForCircle(work, trajectoryId)
    const read = readReliance(given, ratherNot)
    if ('wrong' in read) throw new Invalid({ count: read.wrong })
    if (moment !== null && !(await comeMoments(work, trajectory, definition)).has(moment))
      throw new Invalid({ moment: 'choose-one' })
    const id = work.newId()
    await insertReliance(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      moment,
      answer_sealed: relianceFields.seal(
        vault,
        trajectory.person_id,
        id,
        'answer_sealed',
        JSON.stringify(read),
      ),
      said_on: today,
      asked_by: memberId,
      asked_at: now,
    })
    return { relianceId: id }
  },
})
