import { z } from 'zod'
import { saveMeetingOf, saveOffer } from '#db/aligned-offer.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { timeInput } from '#domain/typed-time.ts'
import { versionInput } from '#domain/version.ts'
import { holdOffer } from '#usecases/aligned-offer/held-offer.ts'
import { refuseIfAligned } from '#usecases/aligned-offer/refuse-if-aligned.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Moves one meeting of an offer beside a group. */
export const moveAlignedMeeting = command({
  name: 'move-aligned-meeting',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    number: z.int().min(1).max(40),
    on: dayInput,
    at: timeInput,
  }),
  async run(work, { id, version, number, on, at }) {
    const { group, offer, meetings, staff } = await holdOffer(work, id, version)
    const meeting = meetings.find((row) => row.number === number)
    if (!meeting) throw new NotFound()
    if (isBefore(on, work.today)) throw new Invalid({ on: 'day-in-the-past' })
    const after = meetings.map((row) =>
      row.id === meeting.id ? { on, at } : { on: row.on_day, at: row.at_time },
    )
    await refuseIfAligned(work, group, {
      offer: { row: offer, meetings: after, staff: staff.map((row) => row.worker_id) },
    })
    await saveMeetingOf(work.tx, meeting, { on_day: on, at_time: at })
    await saveOffer(work.tx, offer, {})
    return { offerId: id, groupId: group.id }
  },
})
