import { z } from 'zod'
import { findOwnVersion } from '#db/programme-version.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { bringIn } from '#usecases/programme/bring-in.ts'
import { newerOf, originOf } from '#usecases/programme/newer-original.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Brings the newer version that Naast came with of what one of our own versions was copied from together with our
 * changes, as a draft. Ours stay, and nothing changes for anybody until a second person approved it.
 */
export const bringNewerVersion = command({
  name: 'bring-newer-version',
  action: 'create',
  may: programmePolicy.manage,
  /** The own version to go on from. */
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const own = await findOwnVersion(work.tx, work.orgId, id)
    if (!own || own.state === 'withdrawn') throw new NotFound()
    const theirs = newerOf(originOf(own.base))
    if (!theirs) throw new Refused('version-none-newer')
    return bringIn(work, theirs, own)
  },
})
