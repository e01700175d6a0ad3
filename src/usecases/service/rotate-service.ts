import { z } from 'zod'
import { lockService, saveService } from '#db/service.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { servicePolicy } from '#domain/service/service-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Gives a system a new key beside the old one, which opens until the day that is chosen; without a day it stops at
 * once. What the system sent and may do stays. Takes the new key's SHA-256 (hex), as `createService` does;
 * `replaceKey` makes the key.
 */
export const rotateService = command({
  name: 'rotate-service',
  action: 'update',
  may: servicePolicy.manage,
  fresh: true,
  input: z.strictObject({
    id: z.uuid(),
    /** The last day on which the old key opens anything. */
    oldUntil: dayInput.nullish().transform((day) => day ?? null),
    keyHash: z.hex().length(64),
  }),
  async run({ tx, orgId, actor, today, now }, { id, oldUntil, keyHash }) {
    const service = await lockService(tx, orgId, id)
    if (!service) throw new NotFound()
    if (service.ended_at) throw new Refused('service-ended-already')
    if (service.until_day && isBefore(service.until_day, today)) throw new Refused('service-past')
    if (oldUntil && isBefore(oldUntil, today)) throw new Invalid({ oldUntil: 'day-in-the-past' })
    // Two keys at most: a third would leave one open that nobody thinks of.
    if (oldUntil && service.old_key_until && !isBefore(service.old_key_until, today))
      throw new Refused('service-changing-already')
    await saveService(tx, service, {
      key_hash: Buffer.from(keyHash, 'hex'),
      last_used_at: null,
      old_key_hash: oldUntil && service.key_hash,
      old_key_until: oldUntil,
      old_key_used_at: oldUntil && service.last_used_at,
      rotated_at: now,
      rotated_by: actor.kind === 'member' ? actor.memberId : null,
    })
    return { name: service.name }
  },
})
