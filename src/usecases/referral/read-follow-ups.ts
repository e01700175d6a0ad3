import { findHelpOffer } from '#db/help-offer.ts'
import type { ReferralRow } from '#db/referral.ts'
import { findFollowUps } from '#db/referral-follow-up.ts'
import type { Work } from '#usecases/context.ts'
import { lateFollowUps } from '#usecases/referral/late-follow-ups.ts'
import { followUpFields } from '#usecases/referral/referral-fields.ts'

/** Where she was sent, when the desk asks or asked whether help started, and what it heard. Her key must be loaded. */
export async function readFollowUps(work: Work, referral: ReferralRow) {
  const { tx, orgId, actor, vault, zone } = work
  const seen = []
  const late = (await lateFollowUps(work, [referral.id])).get(referral.id)
  for (const row of await findFollowUps(tx, actor, referral.id)) {
    const offer = row.help_offer_id ? await findHelpOffer(tx, orgId, row.help_offer_id) : undefined
    seen.push({
      id: row.id,
      party: row.party_code,
      helpOffer: offer ? { id: offer.id, organisation: offer.organisation, category: offer.category } : null,
      askOn: row.ask_on,
      answer: row.answer,
      answeredOn: row.answered_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
      withWhom: followUpFields.open(
        vault,
        referral.person_id,
        row.id,
        'with_whom_sealed',
        row.with_whom_sealed,
      ),
      told: row.referrer_told,
      /** The rule of her programme that holds as long as nobody knows. */
      late: row.answer === null ? (late?.message ?? null) : null,
    })
  }
  return seen
}
