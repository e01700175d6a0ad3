import { z } from 'zod'
import { leastTold } from '#domain/disclosure/thresholds.ts'
import { periodInput } from '#domain/figures/period.ts'
import { fundingPolicy } from '#domain/funding/funding-policy.ts'
import { splitOn } from '#domain/funding/funding-split.ts'
import { hoursTogether } from '#domain/funding/subsidy-statement.ts'
import { Invalid } from '#usecases/failure.ts'
import { countSubsidy } from '#usecases/funding/count-subsidy.ts'
import { fundedProgrammes } from '#usecases/funding/funded-programmes.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/**
 * A year's hours and places of one programme by fund (domain.md 7.4, R10), and what it was divided by. Whole years only,
 * and one programme: what is one part of another could be taken off it. Without a programme: which there are to choose.
 */
export const readSubsidyStatement = question({
  name: 'read-subsidy-statement',
  may: fundingPolicy.read,
  input: z.strictObject({ period: periodInput, programme: z.string().max(60).default('') }),
  async run(work, { period, programme }) {
    if (period.code.includes('Q')) throw new Invalid({ period: 'not-valid' })
    const programmes = fundedProgrammes(work)
    const chosen = programme || programmes[0]?.id
    const may = { divide: fundingPolicy.divide(work.actor) }
    if (!chosen) return { period, programmes, may, statement: null }
    const least = fundingPolicy.seesSmall(work.actor) ? 0 : leastTold.inside
    const found = await countSubsidy(work, { period, programmeId: chosen, least })
    const names = await whoDid(
      work,
      found.splits.map(({ setBy }) => setBy),
    )
    const held = found.months.map((month) => splitOn(found.splits, month))
    return {
      period,
      programmes,
      may,
      statement: {
        programme: found.programme,
        running: found.running,
        least,
        lines: found.lines,
        together: hoursTogether(found.lines),
        /** Somebody thinks so, and the funders didn't say it yet. */
        toConfirm: held.some((split) => split?.standing === 'to_confirm'),
        undivided: held.some((split) => split === null),
        splits: found.splits
          .toReversed()
          .map((split) => ({ ...split, setBy: names.get(split.setBy) ?? '—' })),
        months: found.months.map((month) => {
          const row = found.hours.find((one) => one.month.equals(month))
          return { month, minutes: row?.minutes ?? null, people: row?.people ?? null }
        }),
      },
    }
  },
})
export type SubsidyStatementPage = Awaited<ReturnType<typeof readSubsidyStatement>>
