import { z } from 'zod'
import { findLiveServiceByName, insertService } from '#db/service.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { writeServiceKey } from '#domain/service/service-key.ts'
import { servicePolicy } from '#domain/service/service-policy.ts'
import { serviceScopes } from '#domain/service/service-scope.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Lets another system in: makes its key and gives it, once. Only the key's hash is kept, so call this without a
 * submission key: a kept result would keep the secret too. A second submit of the same form finds the name taken.
 */
export const createService = command({
  name: 'create-service',
  action: 'create',
  may: servicePolicy.manage,
  input: z.strictObject({
    /** Of the system, as the administrator calls it. */
    name: z.string().trim().min(1).max(100),
    scopes: z.array(z.enum(serviceScopes)).min(1),
    /** The last day on which the key opens anything; open end if absent. */
    until: dayInput.nullish().transform((day) => day ?? null),
  }),
  async run({ tx, orgId, actor, today, newId, newSecret, digest }, { name, scopes, until }) {
    if (until && isBefore(until, today)) throw new Invalid({ until: 'day-in-the-past' })
    if (await findLiveServiceByName(tx, orgId, name, today)) throw new Refused('service-name-taken')
    const id = newId()
    const key = writeServiceKey(orgId, newSecret())
    await insertService(tx, {
      org_id: orgId,
      id,
      name,
      key_hash: digest(key),
      scopes: [...new Set(scopes)],
      from_day: today,
      until_day: until,
      created_by: actor.kind === 'member' ? actor.memberId : null,
    })
    return { serviceId: id, key }
  },
})
