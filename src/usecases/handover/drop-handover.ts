import { z } from 'zod'
import { saveHandover } from '#db/handover.ts'
import { dropReasons } from '#domain/handover/handover.ts'
import { handoverPolicy } from '#domain/handover/handover-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdHandover } from '#usecases/handover/held-handover.ts'
import { command } from '#usecases/use-case.ts'

/** No talk came of it, and why. */
export const dropHandover = command({
  name: 'drop-handover',
  action: 'update',
  may: handoverPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    id: z.uuid(),
    version: versionInput,
    reason: z.enum(dropReasons),
  }),
  async run(work, { reason, ...which }) {
    const { handover, memberId } = await holdHandover(work, which, 'drop')
    await saveHandover(work.tx, handover, {
      dropped_on: work.today,
      dropped_code: reason,
      dropped_by: memberId,
    })
    return { handoverId: handover.id }
  },
})
