import { z } from 'zod'
import { insertSplit, listSplits } from '#db/funding.ts'
import { fundingPolicy } from '#domain/funding/funding-policy.ts'
import { mayDivide, splitStandings, wholeShare } from '#domain/funding/funding-split.ts'
import { monthInput } from '#domain/month.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { fundedProgramme } from '#usecases/funding/funded-programmes.ts'
import { command } from '#usecases/use-case.ts'

const share = z.int('not-a-share').min(0, 'not-a-share').max(wholeShare, 'not-a-share')

/** Says which fund pays which part of a programme from a month on. What was said before stays, to be looked up. */
export const setFundingSplit = command({
  name: 'set-funding-split',
  action: 'create',
  may: fundingPolicy.divide,
  input: z.strictObject({
    programmeId: z.string().max(60),
    version: versionInput,
    from: monthInput,
    standing: z.enum(splitStandings, 'choose-one'),
    shares: z
      .array(z.strictObject({ funder: z.string().min(1).max(60), places: share, hours: share }))
      .min(1)
      .max(20),
  }),
  async run(work, { programmeId, version, from, standing, shares }) {
    const { tx, orgId, actor, now, newId } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const { funders } = fundedProgramme(work, programmeId)
    const may = mayDivide(
      shares,
      funders.map(({ id }) => id),
    )
    if (may !== true) throw new Refused(may.refused)
    const before = await listSplits(tx, orgId, programmeId)
    if ((before.at(-1)?.number ?? 0) !== version) throw new Refused('changed-meanwhile')
    const id = newId()
    const written = await insertSplit(
      tx,
      {
        org_id: orgId,
        id,
        programme_id: programmeId,
        number: version + 1,
        from_month: from,
        standing,
        set_by: actor.memberId,
        set_at: now,
      },
      shares.map(({ funder, places, hours }) => ({
        org_id: orgId,
        id: newId(),
        split_id: id,
        funder_id: funder,
        places,
        hours,
      })),
    )
    if (!written) throw new Refused('changed-meanwhile')
    return { id }
  },
})
