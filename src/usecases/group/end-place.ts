import { z } from 'zod'
import { leaveReasons } from '#domain/group/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { versionInput } from '#domain/version.ts'
import { backToWaiting, endPlaceRow } from '#usecases/group/end-open-place.ts'
import { holdPlace } from '#usecases/group/held-group.ts'
import { command } from '#usecases/use-case.ts'

/** She leaves the group, or was never in it after all. Her trajectory goes on: she waits again for what fits her. */
export const endPlaceOf = command({
  name: 'end-place',
  action: 'update',
  may: groupPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput, reason: z.enum(leaveReasons) }),
  async run(work, { id, version, reason }) {
    const { group, place, trajectory } = await holdPlace(work, id, version)
    await endPlaceRow(work, place, reason)
    await backToWaiting(work, place, trajectory)
    return { groupId: group.id }
  },
})
