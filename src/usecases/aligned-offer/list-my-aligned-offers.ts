import { z } from 'zod'
import { findMeetingsOf, findStaffOf, listOffers } from '#db/aligned-offer.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { offerLocation, offerTitle } from '#usecases/aligned-offer/offer-fields.ts'
import { question } from '#usecases/use-case.ts'

const most = 50

/** The offers that a worker leads herself: what, where and when. Beside which group they stand isn't hers to know. */
export const listMyAlignedOffers = question({
  name: 'list-my-aligned-offers',
  may: (actor) => isMemberWith(actor, 'worker'),
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor } = work
    const me = actor.kind === 'member' ? actor.workerId : null
    const rows = await listOffers(tx, actor, most)
    const staff = await findStaffOf(
      tx,
      orgId,
      rows.map(({ id }) => id),
    )
    // Who plans groups as well sees all of them elsewhere.
    const mine = rows.filter(({ id }) => staff.some((one) => one.offer_id === id && one.worker_id === me))
    const ids = mine.map(({ id }) => id)
    await work.vault.load(ids)
    const meetings = await findMeetingsOf(tx, orgId, ids)
    return mine.map((row) => ({
      id: row.id,
      title: offerTitle(work, row),
      location: offerLocation(work, row),
      minutes: row.minutes,
      meetings: meetings.flatMap((one) =>
        one.offer_id === row.id ? [{ number: one.number, on: one.on_day, at: one.at_time }] : [],
      ),
    }))
  },
})
