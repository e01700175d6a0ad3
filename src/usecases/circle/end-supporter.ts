import { z } from 'zod'
import { circlePolicy } from '#domain/circle/circle-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdForCircle, holdSupporter, keepVersion } from '#usecases/circle/held-for-circle.ts'
import { command } from '#usecases/use-case.ts'

/** From today on somebody is no longer in her circle. The picture of before still has them. */
export const endSupporter = command({
  name: 'end-supporter',
  action: 'update',
  may: circlePolicy.write,
  input: z.strictObject({ trajectoryId: z.uuid(), supporterId: z.uuid(), version: versionInput }),
  async run(work, { trajectoryId, ...which }) {
    const held = await holdForCircle(work, trajectoryId)
    const before = await holdSupporter(work, held.trajectory, which)
    await keepVersion(work, held, before.id, null)
    return { supporterId: before.id }
  },
})
