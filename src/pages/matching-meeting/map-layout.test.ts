import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layMap, type MapArea, mapSize, mostMarks } from './map-layout.ts'

const area = (code: string, latitude: number, longitude: number, more: Partial<MapArea> = {}): MapArea => ({
  area: code,
  place: 'Waterrijk',
  latitude,
  longitude,
  women: 1,
  without: 0,
  workers: 1,
  ...more,
})
const areas = fc.uniqueArray(
  fc.record({
    area: fc.integer({ min: 1000, max: 9999 }).map(String),
    place: fc.constant('Waterrijk'),
    latitude: fc.double({ min: 50.7, max: 53.6, noNaN: true }),
    longitude: fc.double({ min: 3.3, max: 7.3, noNaN: true }),
    women: fc.nat(40),
    without: fc.nat(40),
    workers: fc.nat(40),
  }),
  { selector: ({ area }) => area, minLength: 1, maxLength: 60 },
)

describe('the picture of distances', () => {
  test('of nowhere is none', () => {
    expect(layMap([], [])).toBeNull()
  })
  test('keeps every mark within its frame, wherever the areas lie', () => {
    fc.assert(
      fc.property(areas, (some) => {
        const drawn = layMap(some, [])
        expect(drawn).not.toBeNull()
        for (const { x, y } of drawn?.marks ?? []) {
          expect(x).toBeGreaterThanOrEqual(mapSize.edge)
          expect(x).toBeLessThanOrEqual(mapSize.width - mapSize.edge)
          expect(y).toBeGreaterThanOrEqual(mapSize.edge)
          expect(y).toBeLessThanOrEqual((drawn?.height ?? 0) - mapSize.edge)
        }
        expect((drawn?.marks.length ?? 0) + (drawn?.left ?? 0)).toBe(some.length)
        expect(drawn?.marks.length).toBeLessThanOrEqual(mostMarks)
      }),
    )
  })
  test('is the same in whatever order the areas come', () => {
    fc.assert(
      fc.property(
        areas.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        ([some, others]) => {
          const pairs = some.map(({ area }, at) => ({
            from: area,
            to: some[(at * 7) % some.length]?.area ?? area,
          }))
          expect(layMap(others, pairs.toReversed())).toEqual(layMap(some, pairs))
        },
      ),
    )
  })
  test('draws as many pairs as there are between areas that stand in it', () => {
    fc.assert(
      fc.property(areas, fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 80 }), (some, ends) => {
        const pairs = ends.map(([a, b]) => ({
          from: some[a % some.length]?.area ?? '',
          to: some[b % some.length]?.area ?? '',
        }))
        const drawn = layMap(some, pairs)
        const shown = new Set(drawn?.marks.map((mark) => mark.area))
        const there = pairs.filter(({ from, to }) => shown.has(from) && shown.has(to))
        const lines = drawn?.lines.reduce((sum, line) => sum + line.pairs, 0) ?? 0
        const within = drawn?.marks.reduce((sum, mark) => sum + mark.within, 0) ?? 0
        expect(lines + within).toBe(there.length)
      }),
    )
  })
  test('has north above and east on the right', () => {
    const drawn = layMap(
      [area('1', 52.6, 5.1), area('2', 52.5, 5.1), area('3', 52.5, 5.3)],
      [{ from: '1', to: '3' }],
    )
    const at = (code: string) => drawn?.marks.find((mark) => mark.area === code)
    expect(at('1')?.y).toBeLessThan(at('2')?.y ?? 0)
    expect(at('3')?.x).toBeGreaterThan(at('2')?.x ?? 0)
    expect(drawn?.lines).toMatchObject([{ from: { area: '1' }, to: { area: '3' }, pairs: 1 }])
  })
  test('keeps two in one spot apart, and says how far a kilometre is', () => {
    const drawn = layMap([area('1', 52.5, 5.1), area('2', 52.5, 5.1)], [])
    const [one, other] = drawn?.marks ?? []
    expect(Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThan(30)
    expect(drawn?.scale.kilometres).toBeGreaterThanOrEqual(1)
    expect(drawn?.scale.length).toBeLessThanOrEqual(mapSize.width / 3 + 30)
  })
  test('leaves out the least busy where there are too many to see', () => {
    const many = Array.from({ length: mostMarks + 5 }, (_, at) =>
      area(String(1000 + at), 52 + at / 100, 5, { women: at }),
    )
    const drawn = layMap(many, [])
    expect(drawn?.left).toBe(5)
    expect(drawn?.marks.map((mark) => mark.area)).not.toContain('1000')
  })
})
