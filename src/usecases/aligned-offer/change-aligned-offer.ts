import { z } from 'zod'
import { endStaff, insertStaff, saveOffer } from '#db/aligned-offer.ts'
import { findPlaces } from '#db/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdOffer } from '#usecases/aligned-offer/held-offer.ts'
import { offerFields, offerLocation } from '#usecases/aligned-offer/offer-fields.ts'
import { offerInput, staffRows } from '#usecases/aligned-offer/offer-input.ts'
import { refuseIfAligned } from '#usecases/aligned-offer/refuse-if-aligned.ts'
import { printOfDoor } from '#usecases/group/group-input.ts'
import { command } from '#usecases/use-case.ts'

/** Changes what an offer beside a group is called, where it is and who leads it. */
export const changeAlignedOffer = command({
  name: 'change-aligned-offer',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({ ...offerInput, id: z.uuid(), version: versionInput }),
  async run(work, { id, version, title, location, door, staffIds }) {
    const { tx, orgId, vault, today } = work
    const { group, offer, meetings, staff } = await holdOffer(work, id, version)
    const moved = location !== offerLocation(work, offer)
    const door_print = door ? await printOfDoor(work, door) : moved ? null : offer.door_print
    await refuseIfAligned(work, group, {
      offer: {
        row: { ...offer, door_print },
        meetings: meetings.map((row) => ({ on: row.on_day, at: row.at_time })),
        staff: staffIds,
      },
    })
    const come = staffIds.filter((workerId) => !staff.some((row) => row.worker_id === workerId))
    const rows = await staffRows(work, id, come, await findPlaces(tx, orgId, [group.id]))
    await endStaff(
      tx,
      orgId,
      staff.filter((row) => !staffIds.includes(row.worker_id)).map((row) => row.id),
      today,
    )
    await insertStaff(tx, rows)
    await saveOffer(tx, offer, {
      title_sealed: offerFields.seal(vault, id, id, 'title_sealed', title),
      location_sealed: offerFields.sealIf(vault, id, id, 'location_sealed', location),
      door_print,
    })
    return { offerId: id, groupId: group.id }
  },
})
