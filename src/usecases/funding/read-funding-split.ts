import { z } from 'zod'
import { listSplits } from '#db/funding.ts'
import { fundingPolicy } from '#domain/funding/funding-policy.ts'
import { splitOn } from '#domain/funding/funding-split.ts'
import { fundedProgramme } from '#usecases/funding/funded-programmes.ts'
import { question } from '#usecases/use-case.ts'

/** What holds today, to say something else beside it; and how many were said before. */
export const readFundingSplit = question({
  name: 'read-funding-split',
  may: fundingPolicy.divide,
  input: z.strictObject({ programmeId: z.string().max(60) }),
  async run(work, { programmeId }) {
    const programme = fundedProgramme(work, programmeId)
    const splits = await listSplits(work.tx, work.orgId, programmeId)
    return {
      programme,
      version: splits.at(-1)?.number ?? 0,
      now: splitOn(splits, work.today) ?? splits.at(-1) ?? null,
    }
  },
})
