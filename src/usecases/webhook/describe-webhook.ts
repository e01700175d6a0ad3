import type { listWebhooks } from '#db/webhook.ts'
import { isBefore } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'
import { openAddress } from '#usecases/webhook/webhook-fields.ts'

type Row = Awaited<ReturnType<typeof listWebhooks>>[number]

/** A webhook as its administrator sees it; never a secret. Load its key first. */
export function describeWebhook(work: Work, row: Row) {
  const dayOf = (at: Temporal.Instant | null) => at?.toZonedDateTimeISO(work.zone).toPlainDate() ?? null
  return {
    id: row.id,
    address: openAddress(work, row),
    /** Whose referrals; `null` is of all that may ask. */
    service: row.service_id && row.service_name ? { id: row.service_id, name: row.service_name } : null,
    kinds: row.kinds,
    state: row.ended_at ? ('ended' as const) : row.paused_at ? ('paused' as const) : ('live' as const),
    createdOn: dayOf(row.created_at),
    rotatedOn: dayOf(row.rotated_at),
    pausedOn: dayOf(row.paused_at),
    endedOn: dayOf(row.ended_at),
    endedCode: row.ended_code,
    /** The last day on which the old secret signs too, as long as it does. */
    oldSecretUntil:
      row.old_secret_until && !isBefore(row.old_secret_until, work.today) ? row.old_secret_until : null,
  }
}
