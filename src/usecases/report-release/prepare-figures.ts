import { z } from 'zod'
import { countTallies } from '#db/figures.ts'
import { isBefore } from '#domain/day.ts'
import type { CountTable } from '#domain/disclosure/count-table.ts'
import { isLoneGroup } from '#domain/disclosure/lone-group.ts'
import { leastTold } from '#domain/disclosure/thresholds.ts'
import { type OpenTallyId, tallyOf } from '#domain/figures/figures.ts'
import {
  countTableOf,
  packRecipients,
  packTemplateIds,
  packTemplates,
  populationOfSet,
  relationsOf,
  wholesOf,
} from '#domain/figures/pack-template.ts'
import { type Period, periodInput } from '#domain/figures/period.ts'
import { rowOrder } from '#domain/figures/row-order.ts'
import { programmeSentences } from '#domain/report-release/pack.ts'
import { reportReleasePolicy } from '#domain/report-release/report-release-policy.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { countedAlong } from '#usecases/figures/counted-along.ts'
import { scopeOf } from '#usecases/figures/figures-scope.ts'
import { countOutcome } from '#usecases/report-release/count-outcome.ts'
import { makeupsOf } from '#usecases/report-release/makeups-of.ts'
import { prepareRelease } from '#usecases/report-release/prepare-release.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Counts a template over a period that is over, makes it safe and keeps it until a second person lets it go. One group by
 * itself is never told of, and is not what is left over of packs that are: who knows that one knows of whom it speaks.
 */
export const prepareFigures = command({
  name: 'prepare-figures',
  action: 'create',
  may: reportReleasePolicy.prepare,
  input: z.strictObject({
    template: z.enum(packTemplateIds),
    recipient: z.enum(packRecipients),
    period: periodInput,
    programme: z.string().max(60).default(''),
  }),
  async run(work, { template, recipient, period, programme }) {
    // Counted while it runs, the same period would be told of twice, and the difference is one woman.
    if (!isBefore(period.until, work.today)) throw new Refused('release-period-runs')
    const { version, tallies } = packTemplates[template]
    const outcome = template === 'outcomes' ? await countOutcome(work, { programme, period }) : null
    const makeups = await makeupsIn(work, tallies, { programme, period })
    if (Object.values(makeups).some((one) => isLoneGroup(one, leastTold.outside)))
      throw new Refused('release-one-group')
    // A table that was left out would tell that it is empty.
    const tables = await countIn(work, tallies, { programme, period })
    if (tables.every(({ counts }) => counts.every((n) => n === 0))) throw new Refused('release-empty')
    // What they lie in is counted along: what is left of it is told of as well, also when it was never told itself.
    const beside = await countedAlong(work, tallies, { programme, period })
    for (const whole of wholesOf(programme, period, ({ until }) => isBefore(until, work.today))) {
      beside.push(...(await countIn(work, tallies, whole)), ...(await countedAlong(work, tallies, whole)))
      Object.assign(makeups, await makeupsIn(work, tallies, whole))
    }
    const every = scopeOf(work, period, '').programmeIds
    return prepareRelease(work, {
      template: { id: template, version },
      period: { from: period.from, to: period.until },
      recipient,
      tables: outcome ? [...tables, outcome.table] : tables,
      averages: outcome?.averages ?? [],
      beside,
      relations: relationsOf(tallies, every, period),
      makeups,
      sentences: [
        ...programmeSentences(programme),
        ...(outcome ? [{ code: outcome.code, table: outcome.table.id }] : []),
      ],
    })
  },
})

interface Counted {
  readonly programme: string
  readonly period: Period
}
async function countIn(
  work: Work,
  tallies: readonly OpenTallyId[],
  { programme, period }: Counted,
): Promise<CountTable[]> {
  const found = await countTallies(work.tx, tallies, scopeOf(work, period, programme))
  return tallies.map((id) => countTableOf(tallyOf(id, found.get(id) ?? [], rowOrder[id]), programme, period))
}
const makeupsIn = (work: Work, tallies: readonly OpenTallyId[], { programme, period }: Counted) =>
  makeupsOf(work, tallies, scopeOf(work, period, programme), (set) =>
    populationOfSet(set, programme, period.code),
  )
