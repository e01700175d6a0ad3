import { readFacts } from '#db/figure-facts.ts'
import { countTallies, type Scope } from '#db/figures.ts'
import {
  type FactId,
  figureSetIds,
  figureSets,
  isSealedTally,
  type OpenTallyId,
} from '#domain/figures/figures.ts'
import { readPeriod } from '#domain/figures/period.ts'
import { steering } from '#domain/figures/steering.ts'
import { openDatabase } from '#server/postgres/pool.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorldOn } from '#testing/world-on.ts'
import { yearsOfWork } from '#testing/years-of-work.ts'
import { readFigures } from '#usecases/figures/read-figures.ts'
import { readSteeringFigures } from '#usecases/figures/read-steering-figures.ts'
import { onThrowAway } from '../../prove/throw-away.ts'
import type { Measured } from '../report.ts'

const rounds = 7
const middle = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

/**
 * A year's figures through the door as their reader gets them (who may, the wall, the audit): all on one page, made safe
 * for who steers, and as the nine pages of a coordinator. And the same statements asked of the database by its owner, whom
 * no wall stops. They take turns.
 */
export async function timeFigures({
  trajectories,
  contacts,
}: {
  readonly trajectories: number
  readonly contacts: number
}): Promise<Measured[]> {
  return await onThrowAway(async (cluster) => {
    const world = await openWorldOn(cluster)
    try {
      const workerId = await castWorker(world, { given: 'Ans' })
      for (const statement of yearsOfWork(world.orgId, workerId, trajectories, contacts))
        await world.owner.query(statement)
      await world.owner.query('vacuum analyze')
      const reader = await world.member(['coordinator', 'safeguarding_lead'])
      const bare = openDatabase(world.owner)
      const year = readPeriod('2026')
      if (!year) throw new Error('no year')
      const scope: Scope = { orgId: world.orgId, programmeIds: ['mim-nl-18m', 'mim-nl-24m'], ...year }
      const pack = async () => {
        for (const set of figureSetIds) await readFigures(world.context, reader, { set, period: '2026' })
      }
      const today = Temporal.PlainDate.from('2026-11-03')
      const floor = async (tallies: readonly OpenTallyId[], facts: readonly FactId[]) => {
        await countTallies(bare, tallies, scope)
        await readFacts(bare, facts, { ...scope, today })
      }
      const manager = await world.member(['programme_manager'])
      const whole = () => readSteeringFigures(world.context, manager, { period: '2026' })
      return [
        await inTurns(
          `A year on one page, ${trajectories} trajectories, ${contacts} contacts, made safe (s)`,
          whole,
          () => floor(steering.tallies, steering.facts),
        ),
        await inTurns(`The same year as nine pages of figures (s)`, pack, async () => {
          for (const { tallies, facts } of Object.values(figureSets))
            await floor(
              tallies.filter((id) => !isSealedTally(id)),
              facts,
            )
        }),
      ]
    } finally {
      await world.close()
    }
  })
}

/** The one and the other in turns; the first round warms up. */
async function inTurns(
  what: string,
  pack: () => Promise<unknown>,
  floor: () => Promise<unknown>,
): Promise<Measured> {
  const [took, least]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    const first = performance.now()
    await pack()
    const second = performance.now()
    await floor()
    if (round === 0) continue
    took.push((second - first) / 1000)
    least.push((performance.now() - second) / 1000)
  }
  return {
    what,
    value: middle(took),
    floor: middle(least),
    ratio: middle(least) / middle(took),
    leastRatio: 0.5,
    most: 2,
    note: `${rounds} rounds, at most ${Math.max(...took).toFixed(2)}`,
  }
}
