import { z } from 'zod'
import { endStaff, saveOffer } from '#db/aligned-offer.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdOffer } from '#usecases/aligned-offer/held-offer.ts'
import { command } from '#usecases/use-case.ts'

/** An offer beside a group ends, or doesn't come. Who led it sees it no longer. */
export const stopAlignedOffer = command({
  name: 'stop-aligned-offer',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { tx, orgId, actor, now, today } = work
    const { group, offer, staff } = await holdOffer(work, id, version)
    await endStaff(
      tx,
      orgId,
      staff.map((row) => row.id),
      today,
    )
    await saveOffer(tx, offer, {
      state: 'stopped',
      stopped_by: actor.kind === 'member' ? actor.memberId : null,
      stopped_at: now,
    })
    return { groupId: group.id }
  },
})
