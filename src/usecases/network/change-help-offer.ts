import { z } from 'zod'
import { lockHelpOffer, saveHelpOffer } from '#db/help-offer.ts'
import { actorId } from '#domain/member/actor.ts'
import { helpOfferInput } from '#domain/network/help-offer.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { askAgain } from '#usecases/network/ask-again.ts'
import { helpOfferFields } from '#usecases/network/network-fields.ts'
import { command } from '#usecases/use-case.ts'

/** What an offer is, put right with those who give it: saved is confirmed, as of today. */
export const changeHelpOffer = command({
  name: 'change-help-offer',
  action: 'update',
  may: networkPolicy.manage,
  input: z.strictObject({ id: z.uuid(), version: versionInput, offer: helpOfferInput }),
  async run(work, { id, version, offer }) {
    const { tx, orgId, actor, today, vault } = work
    const row = await lockHelpOffer(tx, orgId, id)
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.until_day) throw new Refused('help-offer-ended')
    await vault.load([row.network_organisation_id])
    await saveHelpOffer(tx, row, {
      category: offer.category,
      target: offer.target,
      languages: offer.languages,
      areas: offer.areas,
      waiting_weeks: offer.waitingWeeks,
      waiting_asked_on: offer.waitingWeeks === null ? null : today,
      confirmed_on: today,
      confirmed_by: actorId(actor),
      words_sealed: helpOfferFields.sealIf(
        vault,
        row.network_organisation_id,
        id,
        'words_sealed',
        offer.words,
      ),
    })
    await askAgain(work, id)
    return { id }
  },
})
