import { type Day, isBefore } from '#domain/day.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import {
  isNamedItem,
  isParty,
  type LegalGround,
  pathOf,
  type Recipient,
  type SharedItem,
  type SharingPath,
} from '#domain/sharing/sharing.ts'

export interface Answer {
  readonly id: string
  readonly code: string
  readonly state: string
  readonly until_day: Day | null
  readonly superseded_at: Temporal.Instant | null
  readonly party: string | null
  readonly network_organisation_id: string | null
  /** Empty: all that is needed, which holds nothing that must be named (`namedItems`). */
  readonly items: readonly string[]
}
export interface Wanted {
  readonly path: SharingPath
  readonly recipient: Recipient
  readonly networkOrganisationId: string | null
  readonly items: readonly SharedItem[]
  readonly legalGround: LegalGround | null
}
export type GroundRefusal = 'sharing-without-consent' | 'sharing-not-this-ground' | 'sharing-more-than-agreed'
export type Ground = { readonly consentId: string } | { readonly legalGround: LegalGround }

/** A yes that counts on this day: the latest, and not past its last day. */
export const countsOn = (
  answer: Pick<Answer, 'state' | 'until_day' | 'superseded_at'>,
  today: Day,
): boolean =>
  answer.superseded_at === null &&
  answer.state === 'given' &&
  (answer.until_day === null || !isBefore(answer.until_day, today))

/**
 * On what this rests: her live consent for exactly this recipient and these things, or the ground in law that was named
 * and that this path knows. Nothing else is a ground, and there is no override. A yes for a kind of party covers no
 * organisation that she gave an answer of its own for; a yes for an organisation covers that one only.
 */
export function groundFor(
  wanted: Wanted,
  answers: readonly Answer[],
  today: Day,
): Ground | Refusal<GroundRefusal> {
  const path = pathOf(wanted.path)
  if (wanted.legalGround)
    return path.grounds.includes(wanted.legalGround)
      ? { legalGround: wanted.legalGround }
      : refuse('sharing-not-this-ground')
  const live = answers.filter(({ code, superseded_at }) => superseded_at === null && code === path.consent)
  const forParty = isParty(wanted.recipient)
    ? live.filter(({ party }) => party === wanted.recipient)
    : live.filter(({ party }) => party === null)
  const own = forParty.find(
    ({ network_organisation_id: id }) => id !== null && id === wanted.networkOrganisationId,
  )
  const answer = own ?? forParty.find(({ network_organisation_id: id }) => id === null)
  if (!answer || !countsOn(answer, today)) return refuse('sharing-without-consent')
  const all = answer.items.length === 0
  if (wanted.items.some((item) => (all ? isNamedItem(item) : !answer.items.includes(item))))
    return refuse('sharing-more-than-agreed')
  return { consentId: answer.id }
}
