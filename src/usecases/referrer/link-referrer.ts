import { z } from 'zod'
import { findNetworkOrganisation } from '#db/network-organisation.ts'
import { endReferrerLink, insertReferrerLink } from '#db/referrer.ts'
import { actorId } from '#domain/member/actor.ts'
import { referrerPolicy } from '#domain/referral/referrer-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { lockReferrer } from '#usecases/referrer/lock-referrer.ts'
import { command } from '#usecases/use-case.ts'

/** Says to which organisation a referrer belongs from today on, or to none. Where she belonged before stays. */
export const linkReferrer = command({
  name: 'link-referrer',
  action: 'update',
  may: referrerPolicy.manage,
  input: z.strictObject({ memberId: z.uuid(), networkOrganisationId: z.uuid().nullable() }),
  async run(work, { memberId, networkOrganisationId }) {
    const { tx, orgId, actor, today, now, newId } = work
    await lockReferrer(work, memberId)
    if (networkOrganisationId !== null) {
      const organisation = await findNetworkOrganisation(tx, orgId, networkOrganisationId)
      if (!organisation) throw new NotFound()
      if (organisation.until_day) throw new Refused('network-ended')
    }
    await endReferrerLink(tx, orgId, memberId, today)
    if (networkOrganisationId !== null)
      await insertReferrerLink(tx, {
        org_id: orgId,
        id: newId(),
        member_id: memberId,
        network_organisation_id: networkOrganisationId,
        from_day: today,
        until_day: null,
        decided_by: actorId(actor),
        decided_at: now,
      })
    return { memberId }
  },
})
