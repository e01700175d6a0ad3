import { z } from 'zod'
import { findHelpOffers } from '#db/help-offer.ts'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { openContact } from '#usecases/network/network-fields.ts'
import { offerView } from '#usecases/network/offer-view.ts'
import { question } from '#usecases/use-case.ts'

/** One organisation around us: how to reach it, where it works, what it offers. */
export const readNetworkOrganisation = question({
  name: 'read-network-organisation',
  may: networkPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, vault } = work
    const row = await findNetworkOrganisation(tx, orgId, id)
    if (!row) throw new NotFound()
    await vault.load([id])
    return {
      id,
      version: row.version,
      name: row.name,
      kind: row.kind,
      areas: row.areas,
      contact: openContact(vault, row),
      ended: row.until_day !== null,
      offers: (await findHelpOffers(tx, orgId, id)).map((offer) => offerView(work, offer)),
    }
  },
})
