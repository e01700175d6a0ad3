import { z } from 'zod'
import { readFacts } from '#db/figure-facts.ts'
import { type Counted, countTallies } from '#db/figures.ts'
import { isBefore } from '#domain/day.ts'
import {
  countsByRow,
  type Fact,
  type FactId,
  figureSetIds,
  figureSets,
  isSealedTally,
  regionLevelOf,
  type Tally,
  type TallyId,
  tallyOf,
} from '#domain/figures/figures.ts'
import { figuresPolicy } from '#domain/figures/figures-policy.ts'
import { periodInput } from '#domain/figures/period.ts'
import { rowOrder } from '#domain/figures/row-order.ts'
import { Forbidden } from '#usecases/failure.ts'
import { countGestation, gestationOfEach } from '#usecases/figures/count-gestation.ts'
import { closureReasons, countedProgrammes, scopeOf } from '#usecases/figures/figures-scope.ts'
import { type MapOfCounts, mapOfCounts } from '#usecases/region/map-of-counts.ts'
import { question } from '#usecases/use-case.ts'

/**
 * One set of figures over a period, of one programme or of all. A count is of the files that its reader may see, and
 * stands beside how it was counted. While the period runs it is what is known today.
 */
export const readFigures = question({
  name: 'read-figures',
  may: figuresPolicy.read,
  input: z.strictObject({
    set: z.enum(figureSetIds),
    period: periodInput,
    programme: z.string().max(60).default(''),
  }),
  async run(work, { set, period, programme }) {
    if (!figuresPolicy.readSet(work.actor, set)) throw new Forbidden()
    const scope = scopeOf(work, period, programme)
    const { tallies, facts }: { tallies: readonly TallyId[]; facts: readonly FactId[] } = figureSets[set]
    const open = tallies.filter((id) => !isSealedTally(id))
    const found = new Map<TallyId, readonly Counted[]>(await countTallies(work.tx, open, scope))
    const sealed = open.length < tallies.length ? await gestationOfEach(work, scope) : new Map()
    if (sealed) found.set('started.gestation', countGestation(sealed))
    const counted: Tally[] = tallies.map((id) => tallyOf(id, found.get(id) ?? [], rowOrder[id]))
    const maps = new Map<TallyId, MapOfCounts>()
    for (const tally of counted) {
      const level = tally.total > 0 ? regionLevelOf(tally.id) : null
      const map = level && (await mapOfCounts(work, level, countsByRow(tally)))
      if (map) maps.set(tally.id, map)
    }
    const known = await readFacts(work.tx, facts, { ...scope, today: work.today })
    return {
      set,
      period,
      programme,
      programmes: countedProgrammes(work),
      /** It isn't over yet: these are figures up to today. */
      running: !isBefore(period.until, work.today),
      tallies: counted,
      /** What is sealed in more files than are opened for a page isn't counted. */
      tooManyToOpen: sealed === null,
      maps,
      facts: facts.map((id): Fact => ({ id, value: known.get(id) ?? null })),
      reasons: closureReasons(work),
    }
  },
})
export type Figures = Awaited<ReturnType<typeof readFigures>>
