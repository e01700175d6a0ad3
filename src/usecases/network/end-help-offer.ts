import { z } from 'zod'
import { lockHelpOffer, saveHelpOffer } from '#db/help-offer.ts'
import { finishTasksOfHelpOffer } from '#db/task.ts'
import { actorId } from '#domain/member/actor.ts'
import { networkPolicy } from '#domain/network/network-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** It is offered no more: from today on nobody is sent there. Who was sent there before is still asked after. */
export const endHelpOffer = command({
  name: 'end-help-offer',
  action: 'update',
  may: networkPolicy.manage,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run({ tx, orgId, actor, today, now }, { id, version }) {
    const row = await lockHelpOffer(tx, orgId, id)
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.until_day) throw new Refused('help-offer-ended')
    await saveHelpOffer(tx, row, { until_day: today })
    await finishTasksOfHelpOffer(tx, orgId, id, { at: now, by: actorId(actor), code: 'done' })
    return { id, networkOrganisationId: row.network_organisation_id }
  },
})
