import { z } from 'zod'
import { lockService, saveService } from '#db/service.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { writeServiceKey } from '#domain/service/service-key.ts'
import { servicePolicy } from '#domain/service/service-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Gives a system a new key beside the old one, which opens until the day that is chosen; without a day it stops at
 * once. What the system sent and may do stays. The key is given once: call this without a submission key, for the
 * same reason as `createService`. A second submit finds that the system is changing already.
 */
export const rotateService = command({
  name: 'rotate-service',
  action: 'update',
  may: servicePolicy.manage,
  input: z.strictObject({
    id: z.uuid(),
    /** The last day on which the old key opens anything. */
    oldUntil: dayInput.nullish().transform((day) => day ?? null),
  }),
  async run({ tx, orgId, actor, today, now, newSecret, digest }, { id, oldUntil }) {
    const service = await lockService(tx, orgId, id)
    if (!service) throw new NotFound()
    if (service.ended_at) throw new Refused('service-ended-already')
    if (service.until_day && isBefore(service.until_day, today)) throw new Refused('service-past')
    if (oldUntil && isBefore(oldUntil, today)) throw new Invalid({ oldUntil: 'day-in-the-past' })
    // Two keys at most: a third would leave one open that nobody thinks of.
    if (oldUntil && service.old_key_until && !isBefore(service.old_key_until, today))
      throw new Refused('service-changing-already')
    const key = writeServiceKey(orgId, newSecret())
    await saveService(tx, service, {
      key_hash: digest(key),
      last_used_at: null,
      old_key_hash: oldUntil && service.key_hash,
      old_key_until: oldUntil,
      old_key_used_at: oldUntil && service.last_used_at,
      rotated_at: now,
      rotated_by: actor.kind === 'member' ? actor.memberId : null,
    })
    return { name: service.name, key }
  },
})
