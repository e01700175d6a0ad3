import { listSentElsewhere } from '#db/referral-follow-up.ts'
import type { FidelityRule } from '#domain/programme/definition.ts'
import { heldOnReferral } from '#domain/signal/referral-rules.ts'
import type { Work } from '#usecases/context.ts'

/**
 * Of these referrals, the rule of the desk that holds because nobody knows yet whether help started where she was sent.
 * The programme that was asked for decides; without one, any that is offered.
 */
export async function lateFollowUps(
  { tx, actor, zone, today, programmes }: Work,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, FidelityRule>> {
  const late = new Map<string, FidelityRule>()
  for (const row of await listSentElsewhere(tx, actor, referralIds)) {
    const asked = row.programme_id === null ? undefined : programmes.find(row.programme_id)
    const sentOn = row.sent_at.toZonedDateTimeISO(zone).toPlainDate()
    const rule = heldOnReferral(
      asked ? [asked] : programmes.offered,
      { sentOn, verified: row.verified },
      today,
    )
    if (rule) late.set(row.id, rule)
  }
  return late
}
