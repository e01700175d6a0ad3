import { z } from 'zod'
import { readSeries as findSeries } from '#db/figure-series.ts'
import { figuresPolicy } from '#domain/figures/figures-policy.ts'
import { type Series, seriesIds, seriesOf, spanOf, wholeMonths } from '#domain/figures/series.ts'
import { countedProgrammes, programmesIn } from '#usecases/figures/figures-scope.ts'
import { question } from '#usecases/use-case.ts'

/**
 * How it went month by month: waiting, visits, sessions and questions over two years of whole months, each with what a run
 * chart says of it. Of the files that its reader may see, as all figures of inside.
 */
export const readSeries = question({
  name: 'read-series',
  may: figuresPolicy.read,
  input: z.strictObject({ programme: z.string().max(60).default('') }),
  async run(work, { programme }) {
    const months = wholeMonths(work.today)
    const span = spanOf(months)
    const series: Series[] = []
    const scope = span && { orgId: work.orgId, programmeIds: programmesIn(work, programme), ...span }
    for (const id of seriesIds)
      series.push(seriesOf(id, months, scope ? await findSeries(work.tx, id, scope) : []))
    return { programme, programmes: countedProgrammes(work), series }
  },
})
