import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameAround, frameOf, mapHeight, mapWidth, pathOf, shadeOf, shades } from './region-map.ts'

test('a map holds what is counted, and some of what lies beside it', () => {
  expect(frameAround([])).toBeNull()
  const frame = frameAround([
    { left: 0, top: 0, right: 100, bottom: 50 },
    { left: 60, top: -10, right: 200, bottom: 40 },
  ])
  expect(frame).toEqual({ left: -40, top: -50, right: 240, bottom: 90 })
  expect(mapHeight(frame ?? { left: 0, top: 0, right: 1, bottom: 1 })).toBe(360)
})
test('each shade begins at its count', () => {
  expect(shadeOf(0)).toBe(0)
  for (const [at, least] of shades.entries())
    expect([shadeOf(least - 1), shadeOf(least)]).toEqual([at, at + 1])
})
test('a path comes back to where it began, within the frame', () => {
  const spot = fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 50_000 }))
  fc.assert(
    fc.property(fc.array(spot, { minLength: 3, maxLength: 40 }), (corners) => {
      const ring = [...corners, corners[0] ?? ([0, 0] as const)]
      const frame = frameAround([frameOf([ring])])
      if (!frame) throw new Error('nothing to hold')
      for (const part of pathOf({ rings: [ring] }, frame)
        .split('z')
        .filter(Boolean)) {
        const [start = '', steps = ''] = part.slice(1).split('l')
        const [x = 0, y = 0] = start.split(' ').map(Number)
        const moves = steps.split(' ').map(Number)
        let [east, south] = [x, y]
        for (let at = 0; at < moves.length; at += 2) {
          east += moves[at] ?? 0
          south += moves[at + 1] ?? 0
          expect(east).toBeGreaterThanOrEqual(0)
          expect(east).toBeLessThanOrEqual(mapWidth)
          expect(south).toBeLessThanOrEqual(mapHeight(frame))
        }
        expect([east, south]).toEqual([x, y])
      }
    }),
  )
})
test('what is a speck at this size is not drawn', () => {
  const ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 0],
  ] as const
  expect(pathOf({ rings: [ring] }, { left: 0, top: 0, right: 300_000, bottom: 300_000 })).toBe('')
})
