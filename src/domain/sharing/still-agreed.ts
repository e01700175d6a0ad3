import type { Day } from '#domain/day.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { type Answer, type GroundRefusal, groundFor } from '#domain/sharing/ground.ts'
import { type Recipient, type SharedItem, type SharingPath, sharedItems } from '#domain/sharing/sharing.ts'

interface Shared {
  readonly path: SharingPath
  readonly recipient: Recipient
  readonly network_organisation_id: string | null
  readonly items: readonly string[]
  readonly consent_id: string | null
}
const isItem = (item: string): item is SharedItem => sharedItems.some((one) => one === item)

/**
 * May what was made for this party under her yes still go there? Only while she says yes to all of it today. What she took
 * back since, stays back: a yes that she gives later is for what is made later. `answers` are the newest first.
 */
export function stillAgreed(
  shared: Shared,
  answers: readonly Answer[],
  today: Day,
): true | Refusal<GroundRefusal | 'sharing-taken-back'> {
  const { path, recipient, network_organisation_id: networkOrganisationId } = shared
  const rested = answers.findIndex(({ id }) => id === shared.consent_id)
  const under = answers[rested]
  const takenBack = answers
    .slice(0, Math.max(rested, 0))
    .some(
      ({ code, party, network_organisation_id: id, state }) =>
        code === under?.code &&
        party === under.party &&
        id === under.network_organisation_id &&
        (state === 'withdrawn' || state === 'refused'),
    )
  if (!under || takenBack) return refuse('sharing-taken-back')
  const items = shared.items.filter(isItem)
  const ground = groundFor(
    { path, recipient, networkOrganisationId, items, legalGround: null },
    answers,
    today,
  )
  return 'refused' in ground ? ground : true
}
