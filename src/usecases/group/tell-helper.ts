import { z } from 'zod'
import { sharingParties } from '#domain/consent/consent.ts'
import { openPlaceStates } from '#domain/group/group-place.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { holdPlace, leads } from '#usecases/group/held-group.ts'
import { recordSharing } from '#usecases/sharing/record-sharing.ts'
import { command } from '#usecases/use-case.ts'

/**
 * One who leads the group told her own helper how it goes with her there, in a talk and in a few words (GF-5). Only with
 * her live yes for that kind of helper; what was said stands in the same ledger as everything else that was shared.
 */
export const tellHelper = command({
  name: 'tell-helper',
  action: 'create',
  may: groupPolicy.prepare,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    recipient: z.enum(sharingParties, { error: 'choose-one' }),
    words: z.string().trim().min(1, 'required').max(500, 'too-long'),
  }),
  async run(work, { id, version, recipient, words }) {
    const { group, place } = await holdPlace(work, id, version)
    if (!(await leads(work, group.id))) throw new Forbidden()
    if (!openPlaceStates.some((state) => state === place.state))
      throw new Refused('place-not-from-this-state')
    const { sharingId } = await recordSharing(work, {
      path: 'share-with-party',
      personId: place.person_id,
      trajectoryId: place.trajectory_id,
      recipient,
      items: ['progress'],
      way: 'spoken',
      words: { text: words, gone: 0, stayed: 0 },
    })
    return { sharingId }
  },
})
