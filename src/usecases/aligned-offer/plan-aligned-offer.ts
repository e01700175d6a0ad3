import { z } from 'zod'
import { insertMeetingsOf, insertOffer, insertStaff } from '#db/aligned-offer.ts'
import { findPlaces } from '#db/group-place.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { sessionDays } from '#domain/group/session-days.ts'
import { timeInput } from '#domain/typed-time.ts'
import { offerFields } from '#usecases/aligned-offer/offer-fields.ts'
import { offerInput, staffRows } from '#usecases/aligned-offer/offer-input.ts'
import { refuseIfAligned } from '#usecases/aligned-offer/refuse-if-aligned.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { printOfDoor } from '#usecases/group/group-input.ts'
import { groupStateOf } from '#usecases/group/group-states.ts'
import { holdGroup } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/** Plans what is offered to men or to children beside a women's group: its days, its place and who leads it. */
export const planAlignedOffer = command({
  name: 'plan-aligned-offer',
  action: 'create',
  may: groupPolicy.plan,
  input: z.strictObject({
    ...offerInput,
    groupId: z.uuid(),
    offer: z.string().min(1).max(60),
    firstOn: dayInput,
    at: timeInput,
    count: z.int().min(1).max(40),
    cadenceDays: z.int().min(1).max(92),
    minutes: z.int().min(15).max(480),
  }),
  async run(
    work,
    { groupId, offer, title, location, door, staffIds, firstOn, at, count, cadenceDays, minutes },
  ) {
    const { tx, orgId, actor, today, now, vault } = work
    const { group, rules } = await holdGroup(work, groupId)
    const state = groupStateOf(group)
    if (state === 'completed' || state === 'stopped') throw new Refused('group-not-from-this-state')
    if (!rules.adjacentOffers.some(({ id }) => id === offer)) throw new Invalid({ offer: 'choose-one' })
    if (isBefore(firstOn, today)) throw new Invalid({ firstOn: 'day-in-the-past' })
    const id = work.newId()
    const row = { id, door_print: door && (await printOfDoor(work, door)), minutes }
    const days = sessionDays(firstOn, count, cadenceDays)
    const meetings = days.map((on) => ({ on, at }))
    await refuseIfAligned(work, group, { offer: { row, meetings, staff: staffIds } })
    const staff = await staffRows(work, id, staffIds, await findPlaces(tx, orgId, [groupId]))
    await vault.create([id])
    const made = await insertOffer(tx, {
      ...row,
      org_id: orgId,
      group_id: groupId,
      offer,
      title_sealed: offerFields.seal(vault, id, id, 'title_sealed', title),
      location_sealed: offerFields.sealIf(vault, id, id, 'location_sealed', location),
      planned_by: actor.kind === 'member' ? actor.memberId : null,
      planned_at: now,
    })
    if (!made) throw new Refused('aligned-already')
    await insertStaff(tx, staff)
    await insertMeetingsOf(
      tx,
      days.map((on_day, index) => ({
        org_id: orgId,
        id: work.newId(),
        offer_id: id,
        number: index + 1,
        on_day,
        at_time: at,
      })),
    )
    return { offerId: id, groupId }
  },
})
