import { z } from 'zod'
import { findDueWebhookIds } from '#db/webhook-delivery.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import { question } from '#usecases/use-case.ts'

/** Webhooks for which something is due now. */
export const findDueWebhooks = question({
  name: 'find-due-webhooks',
  may: webhookPolicy.send,
  input: z.strictObject({}),
  run: ({ tx, orgId, now }) => findDueWebhookIds(tx, orgId, now),
})
