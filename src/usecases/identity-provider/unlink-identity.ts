import { z } from 'zod'
import { endIdentities } from '#db/identity-provider.ts'
import { identityProviderPolicy } from '#domain/identity-provider/identity-provider.ts'
import { actorId } from '#domain/member/actor.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Lets go of her own: from then on that account opens nothing here. */
export const unlinkIdentity = command({
  name: 'unlink-identity',
  action: 'update',
  may: identityProviderPolicy.own,
  input: z.strictObject({ providerId: z.uuid() }),
  async run({ tx, orgId, now, actor, about }, { providerId }) {
    const memberId = actorId(actor) ?? ''
    const ended = await endIdentities(tx, orgId, { providerId, memberId }, { at: now, by: memberId })
    if (ended === 0) throw new NotFound()
    about({ person: memberId, detail: { provider: providerId } })
    return { providerId }
  },
})
