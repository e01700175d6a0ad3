import { z } from 'zod'
import { lockWebhook, saveWebhook } from '#db/webhook.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { webhookSecretPattern } from '#domain/webhook/webhook-event.ts'
import { webhookPolicy } from '#domain/webhook/webhook-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { refuseEnded, webhookFields } from '#usecases/webhook/webhook-fields.ts'

/**
 * Signs with a new secret from now on, and until the chosen day with the old one too, so that the other side can
 * change in its own time; without a day the old one stops at once. `replaceSecret` makes the secret.
 */
export const rotateWebhook = command({
  name: 'rotate-webhook',
  action: 'update',
  may: webhookPolicy.manage,
  fresh: true,
  input: z.strictObject({
    id: z.uuid(),
    /** The last day on which the old secret signs too. */
    oldUntil: dayInput.nullish().transform((day) => day ?? null),
    secret: z.string().regex(webhookSecretPattern),
  }),
  async run({ tx, orgId, actor, today, now, vault }, { id, oldUntil, secret }) {
    const row = await lockWebhook(tx, orgId, id)
    if (!row) throw new NotFound()
    refuseEnded(row)
    if (oldUntil && isBefore(oldUntil, today)) throw new Invalid({ oldUntil: 'day-in-the-past' })
    if (oldUntil && row.old_secret_until && !isBefore(row.old_secret_until, today))
      throw new Refused('webhook-changing-already')
    await vault.load([id])
    const old = webhookFields.open(vault, id, id, 'secret_sealed', row.secret_sealed)
    await saveWebhook(tx, row, {
      secret_sealed: webhookFields.seal(vault, id, id, 'secret_sealed', secret),
      old_secret_sealed: oldUntil && webhookFields.sealIf(vault, id, id, 'old_secret_sealed', old),
      old_secret_until: oldUntil,
      rotated_at: now,
      rotated_by: actor.kind === 'member' ? actor.memberId : null,
    })
    return { id }
  },
})
