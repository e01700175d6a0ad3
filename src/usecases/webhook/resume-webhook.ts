import { z } from 'zod'
import { lockWebhook, saveWebhook } from '#db/webhook.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { refuseEnded } from '#usecases/webhook/webhook-fields.ts'

/** Sends again, first what waited. */
export const resumeWebhook = command({
  name: 'resume-webhook',
  action: 'update',
  may: webhookPolicy.manage,
  input: z.strictObject({ id: z.uuid() }),
  async run({ tx, orgId }, { id }) {
    const row = await lockWebhook(tx, orgId, id)
    if (!row) throw new NotFound()
    refuseEnded(row)
    if (!row.paused_at) throw new Refused('webhook-not-paused')
    await saveWebhook(tx, row, { paused_at: null, paused_by: null })
    return { id }
  },
})
