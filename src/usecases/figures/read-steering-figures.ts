import { z } from 'zod'
import { readFacts } from '#db/figure-facts.ts'
import { countTallies } from '#db/figures.ts'
import { isBefore } from '#domain/day.ts'
import type { CountTable } from '#domain/disclosure/count-table.ts'
import { leastTold } from '#domain/disclosure/thresholds.ts'
import { tallyOf } from '#domain/figures/figures.ts'
import { figuresPolicy } from '#domain/figures/figures-policy.ts'
import { countTableOf, populationOfSet } from '#domain/figures/pack-template.ts'
import { periodInput } from '#domain/figures/period.ts'
import { rowOrder } from '#domain/figures/row-order.ts'
import { steering, toldFact } from '#domain/figures/steering.ts'
import { Refused } from '#usecases/failure.ts'
import { countedAlong } from '#usecases/figures/counted-along.ts'
import { closureReasons, countedProgrammes, scopeOf } from '#usecases/figures/figures-scope.ts'
import { mapsOfTables } from '#usecases/region/maps-of-tables.ts'
import { question } from '#usecases/use-case.ts'

/** Somebody waits for a page. */
const withinMs = 20_000

/**
 * A whole period on one page, for who steers and opens no file: what is of fewer than five is hidden, and what would give
 * that away. Each page is safe by itself; whoever lays many of them together may learn more, and works here. Throws
 * `Refused('release-no-proof')` when there was no answer in time.
 */
export const readSteeringFigures = question({
  name: 'read-steering-figures',
  may: figuresPolicy.readSteering,
  input: z.strictObject({ period: periodInput, programme: z.string().max(60).default('') }),
  async run(work, { period, programme }) {
    const scope = scopeOf(work, period, programme)
    const found = await countTallies(work.tx, steering.tallies, scope)
    const counted = steering.tallies.map((id) => tallyOf(id, found.get(id) ?? [], rowOrder[id]))
    const filled = counted.filter(({ total }) => total > 0)
    const told = await work.disclosureSolver.makeSafe(
      {
        tables: filled.map((tally) => countTableOf(tally, programme, period)),
        beside: await countedAlong(work, steering.tallies, { programme, period }),
        earlier: [],
        relations: nested(
          filled.map((tally) => countTableOf(tally, programme, period)),
          (set) => populationOfSet(set, programme, period.code),
        ),
        least: leastTold.inside,
      },
      { withinMs },
    )
    if (!told || told.outOfTime) throw new Refused('release-no-proof')
    const facts = await readFacts(work.tx, steering.facts, { ...scope, today: work.today })
    const totalOf = (id: string) => counted.find((one) => one.id === id)?.total ?? 0
    const among = { referrals: totalOf('received.reached'), visits: facts.get('visits.done') ?? 0 }
    return {
      period,
      programme,
      programmes: countedProgrammes(work),
      running: !isBefore(period.until, work.today),
      least: leastTold.inside,
      tables: told.tables,
      maps: await mapsOfTables(work, told.tables),
      facts: steering.facts.map((id) => ({ id, ...withWord(toldFact(id, facts.get(id) ?? null, among)) })),
      reasons: closureReasons(work),
    }
  },
})
export type SteeringFigures = Awaited<ReturnType<typeof readSteeringFigures>>

const withWord = (fact: ReturnType<typeof toldFact>) =>
  fact === 'too-few' ? { told: null, few: true } : { told: fact.told, few: false }

/** Who began or ended in a period was going on in it. */
const nested = (tables: readonly CountTable[], named: (set: 'running' | 'started' | 'closed') => string) =>
  (['started', 'closed'] as const)
    .filter((set) => tables.some(({ population }) => population === named(set)))
    .map((set) => ({ whole: named('running'), parts: [named(set)], complete: false }))
