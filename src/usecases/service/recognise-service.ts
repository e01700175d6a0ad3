import { z } from 'zod'
import { findOrganisation } from '#db/organisation.ts'
import { findServiceByKey, saveService } from '#db/service.ts'
import type { Day } from '#domain/day.ts'
import type { ServiceActor } from '#domain/member/actor.ts'
import { organisationOfKey } from '#domain/service/service-key.ts'
import { servicePolicy } from '#domain/service/service-policy.ts'
import { type ServiceScope, serviceScopes } from '#domain/service/service-scope.ts'
import type { Context } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** How often, at most, the moment of last use is written: a busy system must not queue for its own row. */
const remembered = Temporal.Duration.from({ hours: 1 })

/** Another system that showed a key, and the organisation it came to. */
export interface RecognisedService {
  readonly actor: ServiceActor
  /** The organisation's own day. */
  readonly today: Day
  /** In which the organisation's people read. */
  readonly language: string
}

/**
 * Whose key is this? Takes its SHA-256 (hex), never the key: what is asked may end up in a log. `NotFound` for a key
 * that is unknown here, ended or past its day, `Forbidden` for one that does not open this; both are kept in the
 * access log.
 */
export const recogniseService = command({
  name: 'recognise-service',
  action: 'execute',
  may: servicePolicy.recognise,
  input: z.strictObject({ keyHash: z.hex().length(64), scope: z.enum(serviceScopes) }),
  async run({ tx, orgId, today, now, about }, { keyHash, scope }): Promise<RecognisedService> {
    const shown = Buffer.from(keyHash, 'hex')
    const service = await findServiceByKey(tx, orgId, shown, today)
    if (!service) throw new NotFound()
    about({ onBehalfOf: service.id })
    if (!service.scopes.includes(scope)) throw new Forbidden()
    const used = service.key_hash.equals(shown) ? 'last_used_at' : 'old_key_used_at'
    const last = service[used]
    if (!last || Temporal.Instant.compare(last.add(remembered), now) <= 0)
      await saveService(tx, service, { [used]: now })
    const { language } = await findOrganisation(tx, orgId)
    return {
      actor: { kind: 'service', orgId, serviceId: service.id, scopes: service.scopes },
      today,
      language,
    }
  },
})

/** The system behind an `Authorization: Bearer naast_…` header; `null` if there is none. `Forbidden` without the scope. */
export async function serviceByKey(
  context: Context,
  authorization: string | null,
  scope: ServiceScope,
): Promise<RecognisedService | null> {
  const key = /^Bearer +(\S{1,200})\s*$/i.exec(authorization ?? '')?.[1]
  const orgId = key === undefined ? null : organisationOfKey(key)
  if (key === undefined || orgId === null) return null
  const keyHash = context.digest(key).toString('hex')
  try {
    return await recogniseService(
      context,
      { kind: 'system', orgId, job: 'recognise-service' },
      { keyHash, scope },
    )
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}
