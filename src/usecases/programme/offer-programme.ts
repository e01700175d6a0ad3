import { z } from 'zod'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { takeUp } from '#usecases/programme/take-up.ts'
import { command } from '#usecases/use-case.ts'

/** From today women can be referred to this programme, in this version. */
export const offerProgramme = command({
  name: 'offer-programme',
  action: 'update',
  may: programmePolicy.manage,
  input: z.strictObject({ programmeId: z.string().max(60), version: z.string().max(20) }),
  async run(work, { programmeId, version }) {
    const definition = work.programmes.find(programmeId, version)
    if (!definition) throw new NotFound()
    if (work.programmes.outgrown.some((one) => one.id === programmeId && one.version === version))
      throw new Refused('programme-outgrown')
    await takeUp(work, definition)
    work.about({ detail: { programme: programmeId, version } })
    return { programmeId }
  },
})
