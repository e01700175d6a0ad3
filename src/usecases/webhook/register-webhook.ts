import { z } from 'zod'
import { listServices } from '#db/service.ts'
import { countLiveWebhooks, insertWebhook } from '#db/webhook.ts'
import { isBefore } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import { mostWebhooks, webhookKinds } from '#domain/webhook/webhook.ts'
import { readWebhookAddress } from '#domain/webhook/webhook-address.ts'
import { webhookSecretPattern } from '#domain/webhook/webhook-event.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { webhookFields } from '#usecases/webhook/webhook-fields.ts'

/**
 * Tells another system by itself, at this address, from now on. Of one system's own referrals, or of those of all that
 * may ask. The secret is made by `makeWebhook` and kept sealed, for signing needs it.
 */
export const registerWebhook = command({
  name: 'register-webhook',
  action: 'create',
  may: webhookPolicy.manage,
  fresh: true,
  input: z.strictObject({
    address: z.string().trim().min(1).max(500),
    kinds: z.array(z.enum(webhookKinds)).min(1),
    serviceId: z.uuid().nullish(),
    secret: z.string().regex(webhookSecretPattern),
  }),
  async run({ tx, orgId, actor, now, today, newId, vault, addresses }, { kinds, secret, ...input }) {
    const address = readWebhookAddress(input.address, addresses)
    if (isRefusal(address)) throw new Invalid({ address: address.refused })
    const serviceId = input.serviceId ?? null
    if (serviceId !== null) {
      const service = (await listServices(tx, orgId)).find(({ id }) => id === serviceId)
      if (!service) throw new NotFound()
      const over = service.ended_at || (service.until_day && isBefore(service.until_day, today))
      // Only what it may ask for is told.
      if (over || !service.scopes.includes('referral.read')) throw new Refused('webhook-needs-reading-key')
    }
    if ((await countLiveWebhooks(tx, orgId)) >= mostWebhooks)
      throw new Refused('webhook-too-many', { most: mostWebhooks })
    const id = newId()
    await vault.create([id])
    await insertWebhook(tx, {
      org_id: orgId,
      id,
      service_id: serviceId,
      kinds: [...new Set(kinds)],
      address_sealed: webhookFields.seal(vault, id, id, 'address_sealed', address),
      secret_sealed: webhookFields.seal(vault, id, id, 'secret_sealed', secret),
      created_at: now,
      created_by: actor.kind === 'member' ? actor.memberId : null,
    })
    return { webhookId: id }
  },
})
