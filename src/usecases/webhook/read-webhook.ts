import { z } from 'zod'
import { listWebhooks } from '#db/webhook.ts'
import { type DeliveryRow, listDeliveries } from '#db/webhook-delivery.ts'
import { triesOn } from '#domain/webhook/after-delivery.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'
import { describeWebhook } from '#usecases/webhook/describe-webhook.ts'

const shown = 30

/** One webhook with what it sent last: when, how often it was tried and what came back. Never what it was about. */
export const readWebhook = question({
  name: 'read-webhook',
  may: webhookPolicy.manage,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = (await listWebhooks(work.tx, work.orgId)).find((one) => one.id === id)
    if (!row) throw new NotFound()
    await work.vault.load([id])
    const deliveries = await listDeliveries(work.tx, work.orgId, id, shown)
    return {
      ...describeWebhook(work, row),
      deliveries: deliveries.map((one) => describeDelivery(work, one)),
    }
  },
})

function describeDelivery({ zone }: Work, row: DeliveryRow) {
  const zoned = (at: Temporal.Instant | null) => at?.toZonedDateTimeISO(zone) ?? null
  return {
    /** The other side has it too, as `webhook-id`. */
    id: row.id,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    mostAttempts: triesOn(row.created_at.toZonedDateTimeISO(zone).toPlainDate()),
    status: row.last_status,
    failure: row.last_failure,
    createdAt: row.created_at.toZonedDateTimeISO(zone),
    lastTriedAt: zoned(row.last_tried_at),
    nextAt: row.state === 'pending' && row.attempts > 0 ? zoned(row.not_before) : null,
  }
}
