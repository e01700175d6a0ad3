import { z } from 'zod'
import { endOffer, findOffers, stampProgrammes } from '#db/programme.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Today is the last day on which somebody can be referred to this programme. Whoever is in it goes on. */
export const stopProgramme = command({
  name: 'stop-programme',
  action: 'update',
  may: programmePolicy.manage,
  input: z.strictObject({ programmeId: z.string().max(60) }),
  async run(work, { programmeId }) {
    const { tx, orgId, today } = work
    await stampProgrammes(tx, orgId)
    const standing = (await findOffers(tx, orgId)).some(
      (offer) => offer.programme_id === programmeId && offer.until_day === null,
    )
    if (!standing) throw new Refused('programme-not-offered')
    await endOffer(tx, orgId, programmeId, today)
    work.about({ detail: { programme: programmeId } })
    return { programmeId }
  },
})
