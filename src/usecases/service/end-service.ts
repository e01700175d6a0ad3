import { z } from 'zod'
import { lockService, saveService } from '#db/service.ts'
import { servicePolicy } from '#domain/service/service-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes a system's key away: from the next request on it opens nothing. What it sent stays. */
export const endService = command({
  name: 'end-service',
  action: 'update',
  may: servicePolicy.manage,
  fresh: true,
  input: z.strictObject({ id: z.uuid() }),
  async run({ tx, orgId, actor, now }, { id }) {
    const service = await lockService(tx, orgId, id)
    if (!service) throw new NotFound()
    if (service.ended_at) throw new Refused('service-ended-already')
    await saveService(tx, service, {
      ended_at: now,
      ended_by: actor.kind === 'member' ? actor.memberId : null,
    })
    return { id }
  },
})
