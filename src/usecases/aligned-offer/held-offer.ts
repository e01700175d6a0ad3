import { findMeetingsOf, findOffer, findStaffOf, type OfferRow } from '#db/aligned-offer.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { type HeldGroup, holdGroup } from '#usecases/group/held-group.ts'

/**
 * An offer about to be changed by who plans groups: the women's group beside which it stands is held, and so is everything
 * that stands beside it.
 */
export async function holdOffer(work: Work, id: string, version?: number) {
  const seen = await findOffer(work.tx, work.actor, id)
  if (!seen) throw new NotFound()
  const held: HeldGroup = await holdGroup(work, seen.group_id)
  // Read again: it may have changed while we waited for the group.
  const offer: OfferRow | undefined = await findOffer(work.tx, work.actor, id)
  if (!offer) throw new NotFound()
  if (version !== undefined && offer.version !== version) throw new Refused('changed-meanwhile')
  if (offer.state !== 'planned') throw new Refused('aligned-stopped')
  await work.vault.load([id])
  const meetings = await findMeetingsOf(work.tx, work.orgId, [id])
  const staff = await findStaffOf(work.tx, work.orgId, [id])
  return { ...held, offer, meetings, staff }
}
