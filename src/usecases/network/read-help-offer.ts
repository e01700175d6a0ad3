import { z } from 'zod'
import { findHelpOffer } from '#db/help-offer.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { offerView } from '#usecases/network/offer-view.ts'
import { question } from '#usecases/use-case.ts'

/** One offer, for the page where it is confirmed or put right. */
export const readHelpOffer = question({
  name: 'read-help-offer',
  may: networkPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findHelpOffer(work.tx, work.orgId, id)
    if (!row) throw new NotFound()
    await work.vault.load([row.network_organisation_id])
    return offerView(work, row)
  },
})
