import type { HelpOfferRow } from '#db/help-offer.ts'
import type { NetworkOrganisationRow } from '#db/network-organisation.ts'
import type { NetworkContact } from '#domain/network/network-organisation.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'
import type { Vault } from '#usecases/vault.ts'

/** How to reach an organisation, and what it says of its offers, are sealed under its own key: a name may stand in it. */
export const networkFields = sealedFields('network_organisation', ['contact_sealed'])
export const helpOfferFields = sealedFields('help_offer', ['words_sealed'])

const noContact: NetworkContact = { phone: null, email: null, remark: null }

/** Its key must be loaded. */
export function openContact(vault: Vault, row: NetworkOrganisationRow): NetworkContact {
  const text = networkFields.open(vault, row.id, row.id, 'contact_sealed', row.contact_sealed)
  return text === null ? noContact : (JSON.parse(text) as NetworkContact)
}
export const openWords = (vault: Vault, row: HelpOfferRow): string | null =>
  helpOfferFields.open(vault, row.network_organisation_id, row.id, 'words_sealed', row.words_sealed)
