import { z } from 'zod'
import { listCoordinatorHours } from '#db/funding.ts'
import { fundingPolicy } from '#domain/funding/funding-policy.ts'
import { monthInput } from '#domain/month.ts'
import { fundedProgramme } from '#usecases/funding/funded-programmes.ts'
import { question } from '#usecases/use-case.ts'

/** What was kept of one month, to be put right; 0 as its version where nothing was. */
export const readCoordinatorHours = question({
  name: 'read-coordinator-hours',
  may: fundingPolicy.divide,
  input: z.strictObject({ programmeId: z.string().max(60), month: monthInput }),
  async run(work, { programmeId, month }) {
    const { tx, orgId } = work
    const programme = fundedProgramme(work, programmeId)
    const [row] = await listCoordinatorHours(tx, { orgId, programmeId, from: month, until: month })
    return {
      programme,
      month,
      version: row?.number ?? 0,
      minutes: row?.minutes ?? null,
      people: row?.people ?? null,
    }
  },
})
