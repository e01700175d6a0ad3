import { z } from 'zod'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { holdGroup } from '#usecases/group/held-group.ts'
import { makeCandidate } from '#usecases/group/make-candidate.ts'
import { command } from '#usecases/use-case.ts'

/** Takes a woman from the waiting list as a candidate for a group: she is prepared, and has no seat yet. */
export const addCandidate = command({
  name: 'add-candidate',
  action: 'create',
  may: groupPolicy.plan,
  input: z.strictObject({ groupId: z.uuid(), trajectoryId: z.uuid() }),
  async run(work, { groupId, trajectoryId }) {
    const { group } = await holdGroup(work, groupId)
    return { placeId: await makeCandidate(work, group, trajectoryId) }
  },
})
