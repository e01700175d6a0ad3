import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeBand, saidChange } from '#domain/outcome/change-band.ts'
import { scoresOfOwn, scoresOfShelf } from '#domain/outcome/outcome.ts'
import { ladderSupport } from '#programmes/ladders.ts'
import { norms } from '#programmes/shelf/norms.ts'
import { shelf } from '#programmes/shelf/shelf.ts'

const all = shelf.flatMap((one) => scoresOfShelf(one, norms))
const k10 = all.find(({ instrumentId }) => instrumentId === 'k10-nl')
if (!k10) throw new Error('no k10')

test('around a K10 of 31 lies what measuring alone may make of it, and no further than the scale', () => {
  expect(changeBand(k10, 31)).toEqual({ low: 25, high: 37 })
  expect(changeBand(k10, 12)).toEqual({ low: 10, high: 18 })
})
test('a change is said beyond that, with the vectors of instruments.md 4', () => {
  expect(saidChange(k10, 31, 24)).toMatchObject({ verdict: 'better', crossed: true })
  expect(saidChange(k10, 28, 27)).toMatchObject({ verdict: 'same' })
  expect(saidChange(k10, 22, 29)).toMatchObject({ verdict: 'worse' })
})
test('nothing is drawn or said where the number of points has no good source, as of our own ladders', () => {
  for (const score of [...scoresOfOwn(ladderSupport), ...all.filter(({ change }) => !change?.points)])
    expect([changeBand(score, score.min), saidChange(score, score.min, score.max)]).toEqual([null, null])
})
test('of danger nothing is said, whatever the numbers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 50 }), fc.integer({ min: 10, max: 50 }), (from, to) => {
      expect(saidChange({ ...k10, ofSafety: true }, from, to)).toBeNull()
    }),
  )
})
test('what is said agrees with what is drawn', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all.filter((one) => changeBand(one, one.min) !== null && !one.ofSafety)),
      fc.nat(),
      fc.nat(),
      (score, some, other) => {
        const within = (any: number) => score.min + (any % (score.max - score.min + 1))
        const [from, to] = [within(some), within(other)]
        const band = changeBand(score, from)
        const points = score.change?.points ?? 0
        // The edge itself is beyond it, unless it is only where the scale ends.
        const inside = Math.abs(to - from) < points
        expect(saidChange(score, from, to)?.verdict === 'same').toBe(inside)
        if (inside) expect(band && to >= band.low && to <= band.high).toBe(true)
      },
    ),
  )
})
