import type { ReferralRow } from '#db/referral.ts'
import { findReferrerLinks, findTrainings } from '#db/referrer.ts'
import type { ReferrerSide } from '#domain/referral/desk-fit.ts'
import type { Work } from '#usecases/context.ts'

interface KnownReferrer extends ReferrerSide {
  /** The organisation she belongs to, if we know. */
  readonly organisation: string | null
}

/** What is known of the one who referred: somebody with an account has an organisation and trainings, others none. */
export async function readReferrerSide(
  { tx, orgId }: Work,
  referral: Pick<ReferralRow, 'referrer_member_id' | 'referrer_kind'>,
): Promise<KnownReferrer> {
  const memberId = referral.referrer_member_id
  if (memberId === null) return { kind: referral.referrer_kind, trainings: null, organisation: null }
  const [link] = await findReferrerLinks(tx, orgId, [memberId])
  const trainings = await findTrainings(tx, orgId, [memberId])
  return {
    kind: referral.referrer_kind,
    trainings: trainings.map(({ training }) => training),
    organisation: link?.organisation ?? null,
  }
}
