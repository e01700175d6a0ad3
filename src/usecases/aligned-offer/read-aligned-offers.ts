import { z } from 'zod'
import { findMeetingsOf, findOffersBeside, findStaffOf } from '#db/aligned-offer.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { offerLocation, offerTitle } from '#usecases/aligned-offer/offer-fields.ts'
import { locationOf, titleOf } from '#usecases/group/group-fields.ts'
import { readHeldGroup } from '#usecases/group/held-group.ts'
import { question } from '#usecases/use-case.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

/** What stands beside a women's group, for who plans both. */
export const readAlignedOffers = question({
  name: 'read-aligned-offers',
  may: groupPolicy.plan,
  input: z.strictObject({ groupId: z.uuid() }),
  async run(work, { groupId }) {
    const { tx, orgId } = work
    const { group, rules } = await readHeldGroup(work, groupId)
    const offers = await findOffersBeside(tx, orgId, groupId)
    const ids = offers.map(({ id }) => id)
    await work.vault.load(ids)
    const meetings = await findMeetingsOf(tx, orgId, ids)
    const staff = await findStaffOf(tx, orgId, ids)
    const names = await workerNames(
      work,
      staff.map((row) => row.worker_id),
    )
    return {
      groupId,
      title: titleOf(work, group),
      location: locationOf(work, group),
      doorKnown: group.door_print !== null,
      /** What may stand beside it and doesn't yet. */
      may: rules.adjacentOffers.filter(({ id }) => !offers.some(({ offer }) => offer === id)),
      offers: offers.map((row) => ({
        id: row.id,
        version: row.version,
        label: rules.adjacentOffers.find(({ id }) => id === row.offer)?.label ?? { nl: '—', en: '—' },
        title: offerTitle(work, row),
        location: offerLocation(work, row),
        doorKnown: row.door_print !== null,
        minutes: row.minutes,
        staff: staff.flatMap((one) =>
          one.offer_id === row.id ? [{ id: one.worker_id, name: names.get(one.worker_id) ?? '—' }] : [],
        ),
        meetings: meetings.flatMap((one) =>
          one.offer_id === row.id ? [{ number: one.number, on: one.on_day, at: one.at_time }] : [],
        ),
      })),
    }
  },
})
export type AlignedOffersPage = Awaited<ReturnType<typeof readAlignedOffers>>
