import { z } from 'zod'
import { lockWebhook, saveWebhook } from '#db/webhook.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { refuseEnded } from '#usecases/webhook/webhook-fields.ts'

/** Sends nothing for a while. What happens meanwhile waits, and leaves when it goes on. */
export const pauseWebhook = command({
  name: 'pause-webhook',
  action: 'update',
  may: webhookPolicy.manage,
  input: z.strictObject({ id: z.uuid() }),
  async run({ tx, orgId, actor, now }, { id }) {
    const row = await lockWebhook(tx, orgId, id)
    if (!row) throw new NotFound()
    refuseEnded(row)
    if (row.paused_at) throw new Refused('webhook-paused-already')
    await saveWebhook(tx, row, {
      paused_at: now,
      paused_by: actor.kind === 'member' ? actor.memberId : null,
    })
    return { id }
  },
})
