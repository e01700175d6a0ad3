import { z } from 'zod'
import { circlePolicy } from '#domain/circle/circle-policy.ts'
import { mostSupporters, supporterInput } from '#domain/circle/supporter.ts'
import { checkTold, circleToday, holdForCircle, keepVersion } from '#usecases/circle/held-for-circle.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** She names somebody whom she can lean on, as she calls them, and says how near they are. */
export const addSupporter = command({
  name: 'add-supporter',
  action: 'create',
  may: circlePolicy.write,
  input: z.strictObject({ trajectoryId: z.uuid(), told: supporterInput }),
  async run(work, { trajectoryId, told }) {
    const held = await holdForCircle(work, trajectoryId)
    await checkTold(work, held, told, null)
    if ((await circleToday(work, held.trajectory)).length >= mostSupporters)
      throw new Refused('circle-full', { count: mostSupporters })
    const supporterId = work.newId()
    await keepVersion(work, held, supporterId, told)
    return { supporterId }
  },
})
