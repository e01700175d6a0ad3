import { expect, test } from 'vitest'
import { chanceOf } from '#simulation/chance.ts'
import { chanceWidth, compare, shareSlower } from './answer-times.ts'

const chance = chanceOf(20_261_122)
/** Milliseconds as a busy machine gives them: mostly alike, now and then ten times as many. */
const some = (more = 0) => 40 + more + 10 * chance.next() + (chance.chance(0.1) ? 400 * chance.next() : 0)
const asked =
  (more = 0) =>
  async () => ({ ms: some(more), said: 'x' })
const flip = () => chance.chance(0.5)

test('of two that take alike one is slower in half of the pairs', async () => {
  expect(shareSlower([1, 2, 3], [1, 2, 3])).toBeCloseTo(1 / 3)
  expect(shareSlower([5, 6], [1, 2, 3])).toBe(1)
  expect(chanceWidth(200, 200)).toBeCloseTo(0.029, 3)
  const { tells, ratio } = await compare({ what: 'alike' }, 200, flip, asked(), asked())
  expect(tells).toBe(false)
  expect(ratio).toBeGreaterThan(0.9)
})

test('three milliseconds more are seen, however the machine stutters', async () => {
  expect((await compare({ what: 'slower' }, 200, flip, asked(3), asked())).tells).toBe(true)
  expect((await compare({ what: 'quicker' }, 200, flip, asked(), asked(3))).tells).toBe(true)
})

test('an answer that says something else is seen', async () => {
  const other = async () => ({ ms: some(), said: 'y' })
  expect((await compare({ what: 'other' }, 20, flip, asked(), other)).different).toBe(20)
})
