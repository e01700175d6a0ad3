import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { isEnoughTold, mayBreak, mayReview, mostMisses } from './break-glass.ts'

const nothing = { openNow: false, lastWeek: 0, perWeek: 3, misses: 0 }

test('a file is opened one at a time, so often in a week, and not by guessing', () => {
  expect(mayBreak(nothing)).toBe(true)
  expect(mayBreak({ ...nothing, openNow: true })).toEqual({ refused: 'glass-open-already' })
  expect(mayBreak({ ...nothing, lastWeek: 2 })).toBe(true)
  expect(mayBreak({ ...nothing, lastWeek: 3 })).toEqual({ refused: 'glass-week-used' })
  expect(mayBreak({ ...nothing, perWeek: 0 })).toEqual({ refused: 'glass-week-used' })
  expect(mayBreak({ ...nothing, misses: mostMisses })).toEqual({ refused: 'glass-too-many-misses' })
})
test('it is never opened unless two others know, one of them the privacy officer', () => {
  const told = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), officer: fc.boolean() }))
  fc.assert(
    fc.property(told, (some) => {
      const enough = new Set(some.map(({ id }) => id)).size > 1 && some.some(({ officer }) => officer)
      expect(isRefusal(isEnoughTold(some))).toBe(!enough)
    }),
  )
})
test('it is judged once, and never by who did it', () => {
  expect(mayReview({ openedBy: 'a', reviewed: false }, 'b')).toBe(true)
  expect(mayReview({ openedBy: 'a', reviewed: false }, 'a')).toEqual({ refused: 'glass-own' })
  expect(mayReview({ openedBy: 'a', reviewed: true }, 'b')).toEqual({ refused: 'glass-reviewed-already' })
})
