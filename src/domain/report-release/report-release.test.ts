import { expect, test } from 'vitest'
import { countTheSame } from './overtaken.ts'
import { readPack, writePack } from './pack.ts'
import { mayRelease } from './report-release.ts'

test('a second person, while it is prepared, and nothing came in between', () => {
  const facts = { state: 'prepared', preparedBy: 'a', isOvertaken: false } as const
  expect(mayRelease(facts, 'b')).toBeNull()
  expect(mayRelease(facts, 'a')).toEqual({ refused: 'release-own' })
  expect(mayRelease({ ...facts, isOvertaken: true }, 'b')).toEqual({ refused: 'release-overtaken' })
  for (const state of ['released', 'dropped'] as const)
    expect(mayRelease({ ...facts, state }, 'b')).toEqual({ refused: 'release-not-prepared' })
})
test('packs count the same women when one nests in the other, over as many steps as it takes', () => {
  const counted = (...populations: string[]) => ({ populations, relations: [] })
  const nests = [
    { whole: 'year', parts: ['half'], complete: false },
    { whole: 'half', parts: ['q1', 'q2'], complete: true },
  ]
  expect(countTheSame(counted('year'), counted('year', 'other'))).toBe(true)
  expect(countTheSame(counted('year'), counted('q1'))).toBe(false)
  expect(countTheSame(counted('year'), { ...counted('q1'), relations: nests })).toBe(true)
  expect(countTheSame({ ...counted('q2'), relations: nests }, counted('year'))).toBe(true)
  expect(countTheSame({ ...counted('q2'), relations: nests }, counted('elsewhere'))).toBe(false)
})
test('a pack is the same letters whatever the order in which it was put together', () => {
  const pack = {
    template: { id: 'reach', version: 1 },
    period: { from: '2026-01-01', to: '2026-12-31' },
    recipient: 'municipality',
    least: 10,
    tables: [],
    averages: [],
    sentences: [{ code: 'started', table: null }],
  }
  const turned = Object.fromEntries(Object.entries(pack).reverse())
  expect(writePack({ ...pack, ...turned })).toBe(writePack(pack))
  expect(readPack(writePack(pack))).toEqual(pack)
})
