import { z } from 'zod'
import { savePlace } from '#db/group-place.ts'
import { openPlaceStates } from '#domain/group/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { mostChildrenAlong } from '#domain/group/session-care.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { holdPlace } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/** How many children she brings along to be looked after; a number, no child's name or file. */
export const noteChildrenAlong = command({
  name: 'note-children-along',
  action: 'update',
  may: groupPolicy.hold,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    children: z.int().min(0).max(mostChildrenAlong, 'too-many'),
  }),
  async run(work, { id, version, children }) {
    const { place } = await holdPlace(work, id, version)
    if (!openPlaceStates.some((state) => state === place.state))
      throw new Refused('place-not-from-this-state')
    await savePlace(work.tx, place, { creche_children: children })
    return { placeId: id }
  },
})
