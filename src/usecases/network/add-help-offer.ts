import { z } from 'zod'
import { insertHelpOffer } from '#db/help-offer.ts'
import { lockNetworkOrganisation } from '#db/network-organisation.ts'
import { actorId } from '#domain/member/actor.ts'
import { helpOfferInput } from '#domain/network/help-offer.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { askAgain } from '#usecases/network/ask-again.ts'
import { helpOfferColumns } from '#usecases/network/network-fields.ts'
import { command } from '#usecases/use-case.ts'

/** Something an organisation around us offers, as it said today. */
export const addHelpOffer = command({
  name: 'add-help-offer',
  action: 'create',
  may: networkPolicy.manage,
  input: z.strictObject({ networkOrganisationId: z.uuid(), offer: helpOfferInput }),
  async run(work, { networkOrganisationId, offer }) {
    const { tx, orgId, actor, today, now, newId, vault } = work
    const organisation = await lockNetworkOrganisation(tx, orgId, networkOrganisationId)
    if (!organisation) throw new NotFound()
    if (organisation.until_day) throw new Refused('network-ended')
    await vault.load([organisation.id])
    const id = newId()
    await insertHelpOffer(tx, {
      org_id: orgId,
      id,
      network_organisation_id: organisation.id,
      ...helpOfferColumns(work, { id, networkOrganisationId: organisation.id }, offer),
      from_day: today,
      until_day: null,
      created_by: actorId(actor),
      created_at: now,
    })
    await askAgain(work, id)
    return { id }
  },
})
