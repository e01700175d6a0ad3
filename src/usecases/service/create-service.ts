import { z } from 'zod'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { findLiveServiceByName, insertService } from '#db/service.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { servicePolicy } from '#domain/service/service-policy.ts'
import { serviceScopes } from '#domain/service/service-scope.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Lets another system in. Takes the SHA-256 (hex) of its key, never the key: what is asked and answered is kept for
 * a second submit. `makeService` makes the key.
 */
export const createService = command({
  name: 'create-service',
  action: 'create',
  may: servicePolicy.manage,
  fresh: true,
  input: z.strictObject({
    /** Of the system, as the administrator calls it. */
    name: z.string().trim().min(1).max(100),
    scopes: z.array(z.enum(serviceScopes)).min(1),
    /** The last day on which the key opens anything; open end if absent. */
    until: dayInput.nullish().transform((day) => day ?? null),
    keyHash: z.hex().length(64),
    /** Whose system it is: from whom that organisation is kept, it is kept too. */
    networkOrganisationId: z.uuid().nullish(),
  }),
  async run(
    { tx, orgId, actor, today, newId },
    { name, scopes, until, keyHash, networkOrganisationId = null },
  ) {
    if (until && isBefore(until, today)) throw new Invalid({ until: 'day-in-the-past' })
    if (await findLiveServiceByName(tx, orgId, name, today)) throw new Refused('service-name-taken')
    if (networkOrganisationId && !(await findNetworkOrganisation(tx, orgId, networkOrganisationId)))
      throw new NotFound()
    const id = newId()
    await insertService(tx, {
      org_id: orgId,
      id,
      name,
      network_organisation_id: networkOrganisationId,
      key_hash: Buffer.from(keyHash, 'hex'),
      scopes: [...new Set(scopes)],
      from_day: today,
      until_day: until,
      created_by: actor.kind === 'member' ? actor.memberId : null,
    })
    return { serviceId: id }
  },
})
