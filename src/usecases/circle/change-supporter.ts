import { z } from 'zod'
import { circlePolicy } from '#domain/circle/circle-policy.ts'
import { supporterInput } from '#domain/circle/supporter.ts'
import { versionInput } from '#domain/version.ts'
import { checkTold, holdForCircle, holdSupporter, keepVersion } from '#usecases/circle/held-for-circle.ts'
import { command } from '#usecases/use-case.ts'

/** She says something else of somebody in her circle. What she said before is kept with its day. */
export const changeSupporter = command({
  name: 'change-supporter',
  action: 'update',
  may: circlePolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    supporterId: z.uuid(),
    version: versionInput,
    told: supporterInput,
  }),
  async run(work, { trajectoryId, told, ...which }) {
    const held = await holdForCircle(work, trajectoryId)
    const before = await holdSupporter(work, held.trajectory, which)
    await checkTold(work, held, told, before.told)
    await keepVersion(work, held, before.id, told)
    return { supporterId: before.id }
  },
})
