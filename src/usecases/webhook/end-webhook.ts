import { z } from 'zod'
import { lockWebhook } from '#db/webhook.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { closeWebhook } from '#usecases/webhook/close-webhook.ts'
import { refuseEnded } from '#usecases/webhook/webhook-fields.ts'

/** Never sends anything there again, nor what waited. */
export const endWebhook = command({
  name: 'end-webhook',
  action: 'update',
  may: webhookPolicy.manage,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await lockWebhook(work.tx, work.orgId, id)
    if (!row) throw new NotFound()
    refuseEnded(row)
    await closeWebhook(work, row, 'by_hand')
    return { id }
  },
})
