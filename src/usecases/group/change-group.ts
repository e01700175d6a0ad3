import { z } from 'zod'
import { endFacilitators, findFacilitators, insertFacilitators, saveGroup } from '#db/group.ts'
import { findPlaces, savePlace } from '#db/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { versionInput } from '#domain/version.ts'
import { refuseIfAligned } from '#usecases/aligned-offer/refuse-if-aligned.ts'
import { Refused } from '#usecases/failure.ts'
import { dropPlaceMessages } from '#usecases/group/drop-place-messages.ts'
import { groupFields, locationOf } from '#usecases/group/group-fields.ts'
import { facilitatorRows, groupInput, printOfDoor } from '#usecases/group/group-input.ts'
import { groupStateOf } from '#usecases/group/group-states.ts'
import { aboutPlace, aboutSeats, holdGroup } from '#usecases/group/held-group.ts'
import { holdOfLeaders } from '#usecases/group/hold-in-group.ts'
import { command } from '#usecases/use-case.ts'

/** Changes what a group is called, where it meets and who leads it. Who no longer leads it sees it no longer. */
export const changeGroup = command({
  name: 'change-group',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({ ...groupInput, id: z.uuid(), version: versionInput }),
  async run(work, { id, version, title, location, door, facilitatorIds }) {
    const { tx, orgId, vault, today } = work
    const { group, definition } = await holdGroup(work, id, version)
    const state = groupStateOf(group)
    if (state === 'completed' || state === 'stopped') throw new Refused('group-not-from-this-state')
    // Whether anybody leads it counts for everybody who sits in it.
    const seated = await findPlaces(tx, orgId, [id])
    aboutSeats(work, seated)
    const now = await findFacilitators(tx, orgId, [id])
    const gone = now.filter((row) => !facilitatorIds.includes(row.worker_id))
    const come = facilitatorIds.filter((workerId) => !now.some((row) => row.worker_id === workerId))
    const hold = await holdOfLeaders(work, seated, come)
    if (hold) throw new Refused(hold === 'apart' ? 'group-leader-apart' : 'group-leader-waits')
    // Another place has another door, which nobody knows until it is said.
    const moved = location !== locationOf(work, group)
    const doorPrint = door ? await printOfDoor(work, door) : moved ? null : group.door_print
    await refuseIfAligned(work, { ...group, door_print: doorPrint }, { staff: facilitatorIds })
    await endFacilitators(
      tx,
      orgId,
      gone.map((row) => row.id),
      today,
    )
    await insertFacilitators(tx, await facilitatorRows(work, { id, definition }, come))
    // Who was told another place has to hear this one.
    if (moved) {
      await dropPlaceMessages(work, seated)
      for (const place of seated.filter(({ told_on }) => told_on !== null)) {
        aboutPlace(work, place)
        await savePlace(tx, place, { told_on: null, told_how: null, told_by: null })
      }
    }
    await saveGroup(tx, group, {
      title_sealed: groupFields.seal(vault, id, id, 'title_sealed', title),
      location_sealed: groupFields.sealIf(vault, id, id, 'location_sealed', location),
      door_print: doorPrint,
    })
    return { groupId: id }
  },
})
