import { z } from 'zod'
import { lockWebhook } from '#db/webhook.ts'
import { insertDeliveries, listDeliveries } from '#db/webhook-delivery.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { refuseEnded } from '#usecases/webhook/webhook-fields.ts'

/** Queues an event that is about nothing, to see whether it arrives. One at a time. */
export const testWebhook = command({
  name: 'test-webhook',
  action: 'create',
  may: webhookPolicy.manage,
  input: z.strictObject({ id: z.uuid() }),
  async run({ tx, orgId, now, newId }, { id }) {
    const row = await lockWebhook(tx, orgId, id)
    if (!row) throw new NotFound()
    refuseEnded(row)
    if (row.paused_at) throw new Refused('webhook-paused-already')
    const latest = await listDeliveries(tx, orgId, id, 20)
    if (
      latest.some(
        ({ kind, state, attempts }) => kind === 'webhook.test' && state === 'pending' && attempts === 0,
      )
    )
      throw new Refused('webhook-test-waits')
    await insertDeliveries(tx, [
      {
        org_id: orgId,
        id: newId(),
        webhook_id: id,
        kind: 'webhook.test',
        referral_id: null,
        state: 'pending',
        not_before: now,
        created_at: now,
      },
    ])
    return { id }
  },
})
