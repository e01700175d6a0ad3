import { followThese } from '#db/referral.ts'
import { findSentReferrals, holdHeard, saveHeard } from '#db/referral-heard.ts'
import { findWebhooksTold } from '#db/webhook.ts'
import { insertDeliveries } from '#db/webhook-delivery.ts'
import type { WebhookKind } from '#domain/webhook/webhook.ts'
import type { Work } from '#usecases/context.ts'
import { heardStatus } from '#usecases/referral/heard-status.ts'

/**
 * Queues what another system is told by itself: that the status it may hear of a referral it sent is another than it
 * was. Part of every command, in its own transaction, so that whatever changes the answer (a step, a day, her consent)
 * is told, and what is not committed is not. Comes last: see `0023-webhook.ts`.
 */
export async function tellWebhooks(
  work: Work,
  touched: { readonly trajectories: ReadonlySet<string>; readonly people: ReadonlySet<string> },
): Promise<void> {
  const { trajectories, people } = touched
  if (trajectories.size + people.size === 0) return
  const { tx, orgId, now, newId, today } = work
  const sent = await findSentReferrals(tx, orgId, {
    trajectories: [...trajectories],
    people: [...people],
  })
  if (sent.length === 0) return
  const heard = await holdHeard(tx, orgId, sent)
  const changed: string[] = []
  for (const row of await followThese(tx, { kind: 'system', orgId, job: 'webhooks' }, sent)) {
    const status = heardStatus(row)
    if (heard.get(row.id) === status) continue
    await saveHeard(tx, orgId, row.id, status)
    changed.push(row.id)
  }
  if (changed.length === 0) return
  const kind: WebhookKind = 'referral.status_changed'
  const told = await findWebhooksTold(tx, orgId, { kind, referralIds: changed, today })
  await insertDeliveries(
    tx,
    told.map(({ webhook_id, referral_id }) => ({
      org_id: orgId,
      id: newId(),
      webhook_id,
      kind,
      referral_id,
      state: 'pending',
      not_before: now,
      created_at: now,
    })),
  )
}
