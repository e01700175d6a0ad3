import { z } from 'zod'
import { endIdentities, listProviders, saveProvider } from '#db/identity-provider.ts'
import { identityProviderPolicy } from '#domain/identity-provider/identity-provider.ts'
import { actorId } from '#domain/member/actor.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Nobody comes in from there any more; who was tied to it has her password and phone, or her passkey. */
export const endIdentityProvider = command({
  name: 'end-identity-provider',
  action: 'update',
  may: identityProviderPolicy.manage,
  fresh: true,
  input: z.strictObject({ providerId: z.uuid() }),
  async run({ tx, orgId, now, actor, about }, { providerId }) {
    const provider = (await listProviders(tx, orgId)).find(({ id }) => id === providerId)
    if (!provider) throw new NotFound()
    if (provider.ended_at) throw new Refused('provider-ended-already')
    const by = actorId(actor) ?? ''
    await saveProvider(tx, provider, { ended_at: now, ended_by: by })
    await endIdentities(tx, orgId, { providerId }, { at: now, by })
    about({ detail: { provider: providerId } })
    return { providerId }
  },
})
