import { expect, test } from 'vitest'
import type { Home } from '#domain/match/sides.ts'
import { nearestTo } from './nearest.ts'

const at = (area: string, latitude: number): Home => ({
  area,
  street: null,
  spot: { place: 'Waterrijk', latitude, longitude: 4.5, small: false },
})
const nowhere: Home = { area: null, street: null, spot: null }
const workers = [
  { id: 'd', home: nowhere },
  { id: 'c', home: at('3', 52.3) },
  { id: 'b', home: at('1', 52.1) },
  { id: 'a', home: at('3', 52.3) },
]

test('the nearest come first, equals by their ids, and those of whom it isn’t known last', () => {
  expect(nearestTo(workers, 4)(at('2', 52.2))).toEqual(['a', 'c', 'b', 'd'])
  expect(nearestTo(workers, 2)(at('1', 52.1))).toEqual(['b', 'a'])
  expect(nearestTo(workers.toReversed(), 2)(at('1', 52.1))).toEqual(['b', 'a'])
})
test('without a home nobody is nearer than another', () => {
  expect(nearestTo(workers, 2)(nowhere)).toEqual(['a', 'b'])
})
