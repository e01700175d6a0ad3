import { z } from 'zod'
import { lockHelpOffer, saveHelpOffer } from '#db/help-offer.ts'
import { helpOfferInput } from '#domain/network/help-offer.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { askAgain } from '#usecases/network/ask-again.ts'
import { helpOfferColumns } from '#usecases/network/network-fields.ts'
import { command } from '#usecases/use-case.ts'

/** What an offer is, put right with those who give it: saved is confirmed, as of today. */
export const changeHelpOffer = command({
  name: 'change-help-offer',
  action: 'update',
  may: networkPolicy.manage,
  input: z.strictObject({ id: z.uuid(), version: versionInput, offer: helpOfferInput }),
  async run(work, { id, version, offer }) {
    const { tx, orgId, vault } = work
    const row = await lockHelpOffer(tx, orgId, id)
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.until_day) throw new Refused('help-offer-ended')
    await vault.load([row.network_organisation_id])
    await saveHelpOffer(
      tx,
      row,
      helpOfferColumns(work, { id, networkOrganisationId: row.network_organisation_id }, offer),
    )
    await askAgain(work, id)
    return { id }
  },
})
