import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layReleases } from '#domain/disclosure/lay-releases.ts'
import { apart } from '#domain/disclosure/lay-table.ts'
import { protect } from '#domain/disclosure/protect.ts'
import { reachOf } from '#domain/disclosure/protected.ts'
import { proves } from '#domain/disclosure/proving.ts'
import { tellSafely } from '#domain/disclosure/tell-safely.ts'
import { equationsBy, isWorld } from '#domain/disclosure/witness.ts'
import { highsLinear } from '#server/disclosure-solver/highs-linear.ts'
import { chanceOf } from '#simulation/chance.ts'
import { oneRelease, oneSequence } from './cases.ts'

const solver = await highsLinear(() => Number.POSITIVE_INFINITY)
const least = 10

test('whichever way a proof was found, every small number carries two worlds that say the same of all that is told', () => {
  let proved = 0
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), (seed, grows) => {
      const one = (grows ? oneSequence : oneRelease)(chanceOf(seed))
      const [tables = [], ...before] = [...one.releases].reverse()
      const earlier: { counted: typeof tables; told: ReturnType<typeof tellSafely>['tables'] }[] = []
      for (const counted of before.reverse())
        earlier.push({
          counted,
          told: tellSafely(
            { relations: one.relations, tables: counted, earlier: [...earlier], least },
            solver,
          ).tables,
        })
      const standing = tables.map((table) => ({ table, shown: apart(table) }))
      const laying = layReleases({
        tables: standing,
        beside: one.beside.at(-1) ?? [],
        relations: one.relations,
        earlier,
        least,
      })
      const { book, told, laid } = laying
      const costs = new Map(
        laid.flatMap(({ cells, rowTotals, columnTotals, total }) =>
          [...cells, ...rowTotals, ...columnTotals, total].map((at) => [at, 1] as const),
        ),
      )
      const { hidden, worlds, unproved } = protect({ ...laying, costs, least }, solver)
      expect(unproved.size).toBe(0)
      const isTold = (at: number) => told.has(at) || (costs.has(at) && !hidden.has(at))
      for (const [at, [enough, nobody]] of worlds) {
        const quantity = book.quantities[at]
        const reach = quantity && reachOf(quantity, least)
        if (!reach) throw new Error('a proof of what needs none')
        const open = { at, reach, enough, nobody }
        expect([proves(enough, open, 'enough'), proves(nobody, open, 'nobody')]).toEqual([true, true])
        for (const world of [enough, nobody])
          expect(isWorld(world, book.quantities, equationsBy(book.equations), isTold)).toBe(true)
        proved++
      }
      // What is told now is no number that needed one.
      for (const at of costs.keys()) {
        const quantity = book.quantities[at]
        if (quantity && reachOf(quantity, least) && !told.has(at)) expect(hidden.has(at)).toBe(true)
      }
    }),
    { numRuns: 40, seed: 20_261_123 },
  )
  expect(proved).toBeGreaterThan(100)
}, 120_000)
