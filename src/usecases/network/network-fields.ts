import type { HelpOfferRow } from '#db/help-offer.ts'
import type { NetworkOrganisationRow } from '#db/network-organisation.ts'
import { actorId } from '#domain/member/actor.ts'
import type { HelpOfferInput } from '#domain/network/help-offer.ts'
import type { NetworkContact, NetworkOrganisationInput } from '#domain/network/network-organisation.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'
import type { Vault } from '#usecases/vault.ts'

/** How to reach an organisation, and what it says of its offers, are sealed under its own key: a name may stand in it. */
export const networkFields = sealedFields('network_organisation', ['contact_sealed'])
export const helpOfferFields = sealedFields('help_offer', ['words_sealed'])

/** What is known of an organisation, as its row has it. Its key must be loaded. */
export const networkColumns = (vault: Vault, id: string, organisation: NetworkOrganisationInput) => ({
  name: organisation.name,
  kind: organisation.kind,
  areas: organisation.areas,
  contact_sealed: networkFields.seal(vault, id, id, 'contact_sealed', JSON.stringify(organisation.contact)),
})

/** What an offer is, as its row has it: saved is confirmed, as of today. The organisation's key must be loaded. */
export const helpOfferColumns = (
  { vault, actor, today }: Pick<Work, 'vault' | 'actor' | 'today'>,
  { id, networkOrganisationId }: { readonly id: string; readonly networkOrganisationId: string },
  offer: HelpOfferInput,
) => ({
  category: offer.category,
  target: offer.target,
  languages: offer.languages,
  areas: offer.areas,
  waiting_weeks: offer.waitingWeeks,
  waiting_asked_on: offer.waitingWeeks === null ? null : today,
  confirmed_on: today,
  confirmed_by: actorId(actor),
  words_sealed: helpOfferFields.sealIf(vault, networkOrganisationId, id, 'words_sealed', offer.words),
})

const noContact: NetworkContact = { phone: null, email: null, remark: null }

/** Its key must be loaded. */
export function openContact(vault: Vault, row: NetworkOrganisationRow): NetworkContact {
  const text = networkFields.open(vault, row.id, row.id, 'contact_sealed', row.contact_sealed)
  return text === null ? noContact : (JSON.parse(text) as NetworkContact)
}
export const openWords = (vault: Vault, row: HelpOfferRow): string | null =>
  helpOfferFields.open(vault, row.network_organisation_id, row.id, 'words_sealed', row.words_sealed)
