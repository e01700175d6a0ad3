import { z } from 'zod'
import { insertProvider, listProviders } from '#db/identity-provider.ts'
import { identityProviderPolicy, mostProviders } from '#domain/identity-provider/identity-provider.ts'
import { actorId } from '#domain/member/actor.ts'
import { isRefusal } from '#domain/refusal.ts'
import { readWebhookAddress } from '#domain/webhook/webhook-address.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { providerFields } from '#usecases/identity-provider/provider-fields.ts'
import { command } from '#usecases/use-case.ts'

const saidThere = z.array(z.string().trim().min(1).max(200)).max(10)

/** Lets members come in by the account that they have at a municipality, from now on. */
export const addIdentityProvider = command({
  name: 'add-identity-provider',
  action: 'create',
  may: identityProviderPolicy.manage,
  fresh: true,
  input: z.strictObject({
    label: z.string().trim().min(1).max(100),
    issuer: z.string().trim().min(1).max(500),
    clientId: z.string().trim().min(1).max(200),
    secret: z.string().min(8).max(500),
    acr: saidThere,
    amr: saidThere,
  }),
  async run(work, input) {
    const { tx, orgId, now, vault, addresses, actor } = work
    const address = readWebhookAddress(input.issuer, addresses)
    if (isRefusal(address)) throw new Invalid({ issuer: address.refused })
    if (input.acr.length + input.amr.length === 0) throw new Invalid({ acr: 'provider-asks-nothing' })
    const live = (await listProviders(tx, orgId)).filter(({ ended_at }) => ended_at === null)
    if (live.length >= mostProviders) throw new Refused('provider-too-many', { most: mostProviders })
    const id = work.newId()
    await vault.create([id])
    await insertProvider(tx, {
      org_id: orgId,
      id,
      label: input.label,
      // Kept as it was given: it is compared sign by sign with what the server says of itself.
      issuer: input.issuer,
      client_id: input.clientId,
      secret_sealed: providerFields.seal(vault, id, id, 'secret_sealed', input.secret),
      acr: input.acr,
      amr: input.amr,
      created_at: now,
      created_by: actorId(actor) ?? '',
    })
    work.about({ detail: { provider: id } })
    return { providerId: id }
  },
})
