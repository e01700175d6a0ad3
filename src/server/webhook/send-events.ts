import type { Context } from '#usecases/context.ts'
import { findDueWebhooks } from '#usecases/webhook/find-due-webhooks.ts'
import { settleDelivery } from '#usecases/webhook/settle-delivery.ts'
import { takeDueDelivery } from '#usecases/webhook/take-due-delivery.ts'
import type { PostEvent } from './post-event.ts'

export interface WebhookJob {
  /** Ids of the organisations whose events this process sends. */
  organisations(): Promise<readonly string[]>
  context(): Context
  readonly post: PostEvent
}

/** So many other systems are spoken to at once: one that is slow keeps few waiting. */
const lanes = 8

/**
 * Sends what is due to other systems, to each of them one after the other. One that doesn't take it is left alone for
 * the rest of the round. Every process may run this; the database gives each event to one of them, and a crash leads
 * to it being sent once more under the same id.
 */
export async function sendDueEvents(job: WebhookJob, stopping?: AbortSignal): Promise<void> {
  const due: Due[] = []
  for (const orgId of await job.organisations()) {
    const actor = { kind: 'system', orgId, job: 'webhooks' } as const
    for (const webhookId of await findDueWebhooks(job.context(), actor, {})) due.push({ actor, webhookId })
  }
  const queue = due.values()
  const lane = async () => {
    for (const one of queue) while (!stopping?.aborted && (await sendOne(job, one)));
  }
  await Promise.all(Array.from({ length: Math.min(lanes, due.length) }, lane))
}

interface Due {
  readonly actor: { readonly kind: 'system'; readonly orgId: string; readonly job: string }
  readonly webhookId: string
}

/** False if there is nothing more to send there now. */
async function sendOne({ context, post }: WebhookJob, { actor, webhookId }: Due): Promise<boolean> {
  const { handled, taken } = await takeDueDelivery(context(), actor, { webhookId })
  if (!taken) return handled
  const result = await post(taken)
  const { state } = await settleDelivery(context(), actor, {
    id: taken.id,
    attempt: taken.attempt,
    result,
  })
  return state === 'sent'
}
