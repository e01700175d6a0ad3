import { findOpenTaskFor } from '#db/task.ts'
import type { WebhookRow } from '#db/webhook.ts'
import type { DeliveryRow } from '#db/webhook-delivery.ts'
import { afterDelivery, isGone } from '#domain/webhook/after-delivery.ts'
import type { DeliveryResult, DeliveryState } from '#domain/webhook/webhook.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { closeWebhook } from '#usecases/webhook/close-webhook.ts'
import { moveDelivery } from '#usecases/webhook/move-delivery.ts'

/**
 * What one try led to: it arrived, it is tried again after a pause, or it is given up and a person hears of it. That
 * nobody is there any more ends the webhook. Both rows are held, the webhook first.
 */
export async function concludeDelivery(
  work: Work,
  webhook: WebhookRow,
  row: DeliveryRow,
  result: DeliveryResult,
): Promise<DeliveryState> {
  const queuedOn = row.created_at.toZonedDateTimeISO(work.zone).toPlainDate()
  const { step, pause } = afterDelivery(result, row.attempts, queuedOn)
  const state = await moveDelivery(work, row, step, {
    last_status: 'status' in result ? result.status : null,
    last_failure: 'failure' in result ? result.failure : null,
    ...(pause === null ? {} : { not_before: work.now.add({ minutes: pause }) }),
  })
  if (isGone(result) && !webhook.ended_at) await closeWebhook(work, webhook, 'gone')
  if (state === 'failed') await tellSomebody(work, isGone(result) ? 'webhook-gone' : 'webhook-given-up')
  return state
}

/** Once, however much is given up: it is one thing to look after. */
async function tellSomebody(work: Work, reasonCode: string): Promise<void> {
  if (await findOpenTaskFor(work.tx, work.orgId, reasonCode)) return
  await createTask(work, { kind: 'webhook', reasonCode })
}
