import type { WebhookRow } from '#db/webhook.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** An address may hold a secret of its own, so it is sealed as the secret is; each webhook has a key. */
export const webhookFields = sealedFields('webhook', ['address_sealed', 'secret_sealed', 'old_secret_sealed'])

/** Its address. Load its key first. */
export const openAddress = ({ vault }: Work, row: WebhookRow): string =>
  webhookFields.open(vault, row.id, row.id, 'address_sealed', row.address_sealed) ?? ''

export function refuseEnded(row: WebhookRow): void {
  if (row.ended_at) throw new Refused('webhook-ended-already')
}
