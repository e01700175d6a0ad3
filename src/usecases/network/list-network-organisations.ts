import { z } from 'zod'
import { findHelpOffers } from '#db/help-offer.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { isStale } from '#domain/network/help-offer.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { question } from '#usecases/use-case.ts'

/** Organisations around us, each with what it offers and how much of that has to be asked again. */
export const listNetworkOrganisations = question({
  name: 'list-network-organisations',
  may: networkPolicy.read,
  input: z.strictObject({}),
  async run({ tx, orgId, today }) {
    const organisations = await findNetworkOrganisations(tx, orgId)
    const offers = await findHelpOffers(tx, orgId, null)
    return organisations.map((row) => {
      const own = offers.filter((offer) => offer.network_organisation_id === row.id)
      return {
        id: row.id,
        name: row.name,
        kind: row.kind,
        areas: row.areas,
        categories: [...new Set(own.map(({ category }) => category))],
        stale: own.filter((offer) => isStale(offer.confirmed_on, today)).length,
      }
    })
  },
})
