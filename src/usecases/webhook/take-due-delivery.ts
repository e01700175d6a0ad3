import { z } from 'zod'
import { lockWebhook, type WebhookRow } from '#db/webhook.ts'
import { lockDueDelivery } from '#db/webhook-delivery.ts'
import { isBefore } from '#domain/day.ts'
import type { WebhookEvent } from '#domain/webhook/webhook-event.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { concludeDelivery } from '#usecases/webhook/conclude-delivery.ts'
import { moveDelivery } from '#usecases/webhook/move-delivery.ts'
import { openAddress, webhookFields } from '#usecases/webhook/webhook-fields.ts'

/** Longer than any hand-over may take; after it the process that took the delivery is taken for dead. */
const leaseMinutes = 5

/** An event that may leave right now. The caller hands it over once and says how that went. */
export interface DueWebhookEvent extends WebhookEvent {
  readonly address: string
  /** All that sign it: the newest, and the one it is changing from. */
  readonly secrets: readonly string[]
  /** Which hand-over this is; said back with its outcome, so that a late answer can't settle a later one. */
  readonly attempt: number
}

/**
 * Takes the next event that is due for one webhook, asking once more whether it may leave: the webhook was not ended
 * or paused, and whoever sent the referral may still ask. It stands as being handed over when this returns, before
 * anything is sent: one that a crash left behind is sent again later, under the same id.
 */
export const takeDueDelivery = command({
  name: 'take-due-delivery',
  action: 'execute',
  may: webhookPolicy.send,
  input: z.strictObject({ webhookId: z.uuid() }),
  async run(work, { webhookId }): Promise<{ handled: boolean; taken: DueWebhookEvent | null }> {
    const { tx, orgId, now } = work
    const webhook = await lockWebhook(tx, orgId, webhookId)
    if (!webhook) throw new NotFound()
    if (webhook.ended_at || webhook.paused_at) return { handled: false, taken: null }
    const row = await lockDueDelivery(tx, orgId, webhookId, work)
    if (!row) return { handled: false, taken: null }
    if (row.state === 'handing_over') {
      await concludeDelivery(work, webhook, row, { failure: 'lost-track' })
      return { handled: true, taken: null }
    }
    if (!row.may_leave) {
      await moveDelivery(work, row, 'refuse', {})
      return { handled: true, taken: null }
    }
    const attempt = row.attempts + 1
    await moveDelivery(work, row, 'hand-over', {
      attempts: attempt,
      last_tried_at: now,
      lease_until: now.add({ minutes: leaseMinutes }),
    })
    return {
      handled: true,
      taken: {
        id: row.id,
        kind: row.kind,
        at: row.created_at,
        referralId: row.referral_id,
        attempt,
        ...(await whereTo(work, webhook)),
      },
    }
  },
})

async function whereTo(work: Work, row: WebhookRow) {
  const { vault, today } = work
  await vault.load([row.id])
  const old = row.old_secret_until && !isBefore(row.old_secret_until, today) ? row.old_secret_sealed : null
  const secrets = [
    webhookFields.open(vault, row.id, row.id, 'secret_sealed', row.secret_sealed),
    webhookFields.open(vault, row.id, row.id, 'old_secret_sealed', old),
  ].filter((secret) => secret !== null)
  return { address: openAddress(work, row), secrets }
}
