import { z } from 'zod'
import { savePlace } from '#db/group-place.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { endPlace } from '#domain/group/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { placeFields } from '#usecases/group/group-fields.ts'
import { placeStateOf } from '#usecases/group/group-states.ts'
import { holdPlace, leads } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps the talk that one who leads the group had with her, and how she can come without anybody at home knowing
 * where she goes. Without such a way there is no seat for her.
 */
export const preparePlace = command({
  name: 'prepare-place',
  action: 'update',
  may: groupPolicy.prepare,
  input: z.strictObject({ id: z.uuid(), version: versionInput, talkOn: dayInput, way: optionalText(1000) }),
  async run(work, { id, version, talkOn, way }) {
    const { place } = await holdPlace(work, id, version)
    if (!(await leads(work, place.group_id)) || work.actor.kind !== 'member') throw new Forbidden()
    const open = endPlace(placeStateOf(place))
    if (isRefusal(open)) throw new Refused(open.refused)
    if (isBefore(work.today, talkOn)) throw new Invalid({ talkOn: 'day-to-come' })
    await savePlace(work.tx, place, {
      talk_on: talkOn,
      talk_by: work.actor.workerId,
      way_sealed: placeFields.sealIf(work.vault, place.person_id, id, 'way_sealed', way),
      way_agreed_on: way === null ? null : work.today,
    })
    return { placeId: id }
  },
})
