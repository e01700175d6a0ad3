import { saveWebhook, type WebhookRow } from '#db/webhook.ts'
import { refuseWaiting } from '#db/webhook-delivery.ts'
import type { WebhookEnding } from '#domain/webhook/webhook.ts'
import type { Work } from '#usecases/context.ts'

/** Ends a held webhook. Its secrets go: nothing is signed with them any more. */
export async function closeWebhook(
  { tx, orgId, now, actor }: Work,
  row: WebhookRow,
  code: WebhookEnding,
): Promise<void> {
  await saveWebhook(tx, row, {
    ended_at: now,
    ended_by: actor.kind === 'member' ? actor.memberId : null,
    ended_code: code,
    secret_sealed: null,
    old_secret_sealed: null,
    old_secret_until: null,
  })
  await refuseWaiting(tx, orgId, row.id, now)
}
