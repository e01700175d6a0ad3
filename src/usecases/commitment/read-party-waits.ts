import { z } from 'zod'
import { countPartyWaits } from '#db/commitment.ts'
import { leastForSpread } from '#domain/commitment/commitment.ts'
import { commitmentPolicy } from '#domain/commitment/commitment-policy.ts'
import { isBefore } from '#domain/day.ts'
import { periodInput } from '#domain/figures/period.ts'
import { countedProgrammes, scopeOf } from '#usecases/figures/figures-scope.ts'
import { question } from '#usecases/use-case.ts'

/**
 * How fast parties find each other: by party, of everything that was needed of it since a day in the period, how often
 * help came and after how many days. A middle and a range only where there are enough to speak of.
 */
export const readPartyWaits = question({
  name: 'read-party-waits',
  may: commitmentPolicy.readAll,
  input: z.strictObject({ period: periodInput, programme: z.string().max(60).default('') }),
  async run(work, { period, programme }) {
    const scope = { ...scopeOf(work, period, programme), zone: work.zone }
    return {
      period,
      programme,
      programmes: countedProgrammes(work),
      /** It isn't over yet: these are figures up to today. */
      running: !isBefore(period.until, work.today),
      parties: (await countPartyWaits(work.tx, scope)).map(
        ({ party, name, asked, helped, over, known, median, least, most }) => ({
          party,
          name,
          asked,
          helped,
          over,
          waiting: asked - helped - over,
          days: known >= leastForSpread && median !== null ? { median, least, most } : null,
        }),
      ),
    }
  },
})
export type PartyWaits = Awaited<ReturnType<typeof readPartyWaits>>
