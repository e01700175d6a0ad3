import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { solveCompact } from '#server/group-solver/solve-compact.ts'
import { answerOf, atMostMore } from './answer.ts'
import { bestByTrying } from './brute-force.ts'
import { conflictCliques } from './conflict-cliques.ts'
import type { Composing, Composition } from './people.ts'
import { asQuestion, type Composed } from './question.ts'
import { searchGroups } from './search.ts'
import { smallComposing } from './small-composings.ts'
import { verifyGroups } from './verify-groups.ts'
import { roughBound, type Seats, worthOf } from './worth.ts'

const named = ({ womenIds, groupIds }: Composed, seats: Seats): Composition =>
  new Map([...seats].flatMap((g, i) => (g < 0 ? [] : [[womenIds[i] ?? '', groupIds[g] ?? ''] as const])))
const within = { withinMs: 20_000 }
/** A move whose rule is set aside stands in the file and in no question. */
const binding = (composing: Composing, { question, womenIds }: Composed): Composing => ({
  ...composing,
  moves: composing.moves.filter(
    (move) =>
      move.kind === 'not' || move.groupId === null || question.put[womenIds.indexOf(move.womanId)] !== -1,
  ),
})

describe('the best of all compositions', () => {
  test('is what the solver finds, with its proof, and no exclusion is ever broken', async () => {
    await fc.assert(
      fc.asyncProperty(smallComposing(10, 3), async (composing) => {
        const composed = asQuestion(composing)
        const { question } = composed
        const best = bestByTrying(question)
        const solved = await solveCompact(question, within)
        expect(solved.seats === null).toBe(best === null)
        if (!solved.seats || !best) return
        expect(worthOf(question, solved.seats)).toBe(best.worth)
        const answer = answerOf(question, null, solved)
        expect([answer.worth, answer.bound]).toEqual([best.worth, best.worth])
        expect(verifyGroups(binding(composing, composed), named(composed, solved.seats))).toEqual([])
        expect(best.worth).toBeLessThanOrEqual(roughBound(question))
      }),
      { numRuns: 120 },
    )
  }, 240_000)
  test('is the same whether women apart are said pair by pair or as sets', async () => {
    await fc.assert(
      fc.asyncProperty(smallComposing(8, 3), async (composing) => {
        const { question } = asQuestion(composing)
        const worths = []
        for (const conflicts of ['cliques', 'pairs'] as const) {
          const { seats } = await solveCompact(question, { ...within, conflicts })
          worths.push(seats && worthOf(question, seats))
        }
        expect(worths[0]).toBe(worths[1])
      }),
      { numRuns: 40 },
    )
  }, 240_000)
})

describe('a search', () => {
  test('breaks no rule, is never better than the best, and finds something wherever anything is possible', () => {
    fc.assert(
      fc.property(smallComposing(9, 3), fc.nat(1000), (composing, seed) => {
        const composed = asQuestion(composing)
        const { question } = composed
        const best = bestByTrying(question)
        const found = searchGroups(question, 3_000, seed)
        if (found === null) return
        expect(best).not.toBeNull()
        expect(found.worth).toBe(worthOf(question, found.seats))
        expect(found.worth).toBeLessThanOrEqual(best?.worth ?? 0)
        expect(verifyGroups(binding(composing, composed), named(composed, found.seats))).toEqual([])
        // Without the solver it says how far off it may be, and is right.
        const answer = answerOf(question, found, null)
        expect(answer.bound).toBeGreaterThanOrEqual(best?.worth ?? 0)
      }),
      { numRuns: 300 },
    )
  })
  test('is the same for the same question, in whatever order people came', () => {
    fc.assert(
      fc.property(smallComposing(9, 3), (composing) => {
        const turned = {
          ...composing,
          women: composing.women.toReversed(),
          groups: composing.groups.toReversed(),
        }
        const [one, other] = [asQuestion(composing), asQuestion(turned)]
        expect(other).toEqual(one)
        expect(searchGroups(one.question, 500)).toEqual(searchGroups(other.question, 500))
      }),
      { numRuns: 60 },
    )
  })
})

test('how many more could be placed at most is never said too low', () => {
  fc.assert(
    fc.property(smallComposing(7, 3), (composing) => {
      const { question } = asQuestion(composing)
      const found = searchGroups(question, 40)
      const best = bestByTrying(question)
      if (!found || !best) return
      const said = atMostMore(question, { ...found, bound: best.worth, by: 'search' })
      const kept = [...found.seats].every((g, i) => g < 0 || (best.seats[i] ?? -1) >= 0)
      const placed = (seats: Seats) => [...seats].filter((g) => g >= 0).length
      if (kept) expect(placed(best.seats) - placed(found.seats)).toBeLessThanOrEqual(said)
      if (found.worth === best.worth) expect(said).toBe(0)
    }),
    { numRuns: 300 },
  )
})

test('sets of women who must be apart cover every pair and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 60 }), (pairs) => {
      const apart = Array.from({ length: 15 }, (_, i) =>
        [
          ...new Set(pairs.flatMap(([a, b]) => (a === i && b !== i ? [b] : b === i && a !== i ? [a] : []))),
        ].sort((a, b) => a - b),
      )
      const covered = new Set<string>()
      for (const set of conflictCliques(apart))
        for (const a of set)
          for (const b of set)
            if (a < b) {
              expect(apart[a]).toContain(b)
              covered.add(`${a} ${b}`)
            }
      expect(covered.size).toBe(apart.reduce((sum, some) => sum + some.length, 0) / 2)
    }),
  )
})

describe('looking at it anew', () => {
  test('agrees with what is possible, for every way in which women could sit', () => {
    fc.assert(
      fc.property(smallComposing(5, 2), (composing) => {
        fc.pre(composing.moves.length === 0)
        const composed = asQuestion(composing)
        const { question, womenIds, groupIds } = composed
        const seats: Seats = new Int32Array(womenIds.length)
        const look = (i: number): void => {
          if (i < seats.length) {
            for (let g = -1; g < groupIds.length; g++) {
              seats[i] = g
              look(i + 1)
            }
            return
          }
          const inIt = groupIds.map((_, g) => [...seats.keys()].filter((one) => seats[one] === g))
          const possible =
            [...seats].every((g, one) => g < 0 || question.fits[one]?.includes(g)) &&
            inIt.every(
              (some, g) =>
                some.length <= (question.groups[g]?.room ?? 0) &&
                (some.length === 0 || some.length >= (question.groups[g]?.need ?? 0)) &&
                some.every((a) => some.every((b) => !question.apart[a]?.includes(b))),
            )
          expect(verifyGroups(composing, named(composed, seats)).length === 0).toBe(possible)
        }
        look(0)
      }),
      { numRuns: 60 },
    )
  })
  test('finds who is not there, or sits where nobody put her', () => {
    const composing: Composing = {
      women: [],
      groups: [],
      apart: [],
      never: [],
      moves: [],
      variety: new Map(),
    }
    expect(verifyGroups(composing, new Map([['w', 'g']])).map(({ code }) => code)).toEqual(['unknown'])
  })
})
