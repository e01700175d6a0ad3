import { z } from 'zod'
import { listWebhooks as findWebhooks } from '#db/webhook.ts'
import { findLastTried } from '#db/webhook-delivery.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import { question } from '#usecases/use-case.ts'
import { describeWebhook } from '#usecases/webhook/describe-webhook.ts'

/** The addresses where other systems are, or were, told things; and whether the last arrived. */
export const listWebhooks = question({
  name: 'list-webhooks',
  may: webhookPolicy.manage,
  input: z.strictObject({}),
  async run(work) {
    const rows = await findWebhooks(work.tx, work.orgId)
    await work.vault.load(rows.map(({ id }) => id))
    const tried = await findLastTried(work.tx, work.orgId)
    return rows.map((row) => {
      const last = tried.get(row.id)
      return {
        ...describeWebhook(work, row),
        lastTry: last ? { arrived: last.state === 'sent', on: dayOf(work.zone, last.last_tried_at) } : null,
      }
    })
  },
})

const dayOf = (zone: string, at: Temporal.Instant | null) =>
  at?.toZonedDateTimeISO(zone).toPlainDate() ?? null
