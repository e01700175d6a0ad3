import { z } from 'zod'
import { lockWebhook } from '#db/webhook.ts'
import { findDelivery, lockDelivery } from '#db/webhook-delivery.ts'
import { type DeliveryState, deliveryFailures, mostAskedFor } from '#domain/webhook/webhook.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { concludeDelivery } from '#usecases/webhook/conclude-delivery.ts'

/**
 * Keeps how a hand-over went. An answer that comes after the delivery was settled otherwise (its lease ran out) or
 * taken again changes nothing.
 */
export const settleDelivery = command({
  name: 'settle-delivery',
  action: 'update',
  may: webhookPolicy.send,
  input: z.strictObject({
    id: z.uuid(),
    attempt: z.int().min(1),
    result: z.union([
      z.strictObject({
        status: z.int().min(0).max(999),
        askedFor: z.int().min(0).max(mostAskedFor).optional(),
      }),
      z.strictObject({ failure: z.enum(deliveryFailures) }),
    ]),
  }),
  async run(work, { id, attempt, result }): Promise<{ state: DeliveryState }> {
    const { tx, orgId } = work
    const seen = await findDelivery(tx, orgId, id)
    // Whoever ends a webhook holds it and then what waits for it: in the same order here.
    const webhook = seen && (await lockWebhook(tx, orgId, seen.webhook_id))
    const row = webhook && (await lockDelivery(tx, orgId, id))
    if (!row) throw new NotFound()
    if (row.state !== 'handing_over' || row.attempts !== attempt) return { state: row.state }
    return { state: await concludeDelivery(work, webhook, row, result) }
  },
})
