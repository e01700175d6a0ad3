import { z } from 'zod'
import { endHelpOffers } from '#db/help-offer.ts'
import { lockNetworkOrganisation, saveNetworkOrganisation } from '#db/network-organisation.ts'
import { finishTasksOfHelpOffer } from '#db/task.ts'
import { actorId } from '#domain/member/actor.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** An organisation that is no more, and with it all that it offered. What was sent there stays to be seen. */
export const endNetworkOrganisation = command({
  name: 'end-network-organisation',
  action: 'update',
  may: networkPolicy.manage,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run({ tx, orgId, actor, today, now }, { id, version }) {
    const row = await lockNetworkOrganisation(tx, orgId, id)
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.until_day) throw new Refused('network-ended')
    await saveNetworkOrganisation(tx, row, { until_day: today })
    for (const offerId of await endHelpOffers(tx, orgId, id, today))
      await finishTasksOfHelpOffer(tx, orgId, offerId, { at: now, by: actorId(actor), code: 'not_needed' })
    return { id }
  },
})
