import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { readBoundaries } from './boundary-file.ts'

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const area = (properties: unknown, ...rings: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
})
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const inGrid = square(80_000, 450_000, 1000)

describe('a file of boundaries', () => {
  test('is read by its codes, whatever its properties are called, with the holes in its areas', () => {
    const read = readBoundaries(
      file(
        area({ id: 7, statcode: 'GM0599', statnaam: 'Waterrijk' }, inGrid, square(80_400, 450_400, 100)),
        area({ gemeentecode: 'GM0600' }, square(81_000, 450_000, 1000)),
      ),
    )
    expect(read).toMatchObject({ level: 'municipality', leftOut: 0 })
    if (isRefusal(read)) throw new Error(read.refused)
    expect(read.regions.map(({ code, name, rings }) => [code, name, rings.length])).toEqual([
      ['GM0599', 'Waterrijk', 2],
      ['GM0600', 'GM0600', 1],
    ])
    expect(read.regions[0]?.rings[0]?.[0]).toEqual([80_000, -450_000])
  })
  test('in degrees lies flat, north above south', () => {
    const read = readBoundaries(file(area({ wk: 'WK059901' }, square(4.4, 52, 0.01))))
    if (isRefusal(read)) throw new Error(read.refused)
    expect(read.level).toBe('district')
    const [ring] = read.regions[0]?.rings ?? []
    const [width, height] = [
      (ring?.[1]?.[0] ?? 0) - (ring?.[0]?.[0] ?? 0),
      (ring?.[0]?.[1] ?? 0) - (ring?.[2]?.[1] ?? 0),
    ]
    expect(height / width).toBeCloseTo(1 / Math.cos((52 * Math.PI) / 180), 1)
    expect(height).toBeGreaterThan(0)
  })
  test('with holes in what it knows says how many, and draws the rest', () => {
    const read = readBoundaries(
      file(area({ statcode: 'GM0599' }, inGrid), area({ statcode: 'none' }, inGrid), {
        type: 'Feature',
        properties: { statcode: 'GM0601' },
        geometry: null,
      }),
    )
    expect(read).toMatchObject({ leftOut: 2 })
  })
  test.each([
    ['boundaries-not-geojson', 'gemeente;code'],
    ['boundaries-not-geojson', '{"type":"Topology"}'],
    [
      'boundaries-not-geojson',
      file({ ...area({}, inGrid), geometry: { type: 'Point', coordinates: [1, 2] } }),
    ],
    ['boundaries-not-geojson', file(area({ a: 'GM0599' }, [['a', 'b']] as unknown as number[][]))],
    ['boundaries-no-codes', file()],
    ['boundaries-no-codes', file(area({ name: 'Waterrijk' }, inGrid))],
    ['boundaries-two-levels', file(area({ a: 'GM0599' }, inGrid), area({ a: 'WK059901' }, inGrid))],
    ['boundaries-twice', file(area({ a: 'GM0599' }, inGrid), area({ a: 'GM0599' }, inGrid))],
    ['boundaries-open', file(area({ a: 'GM0599' }, inGrid.slice(0, 4)))],
    ['boundaries-off-map', file(area({ a: 'GM0599' }, square(4_000_000, 3_000_000, 10)))],
    ['boundaries-off-map', file(area({ a: 'GM0599' }, inGrid), area({ a: 'GM0600' }, square(4, 52, 1)))],
  ])('is refused: %s', (why, text) => {
    expect(readBoundaries(text)).toEqual({ refused: why })
  })
  test('of any shape never throws', () => {
    const coordinates = fc.array(fc.array(fc.array(fc.oneof(fc.double(), fc.string()))))
    const geometry = fc.oneof(
      fc.constant(null),
      fc.record({ type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point'), coordinates }),
    )
    const properties = fc.dictionary(
      fc.string(),
      fc.oneof(fc.constantFrom('GM0599', 'WK059901'), fc.anything()),
    )
    fc.assert(
      fc.property(fc.array(fc.record({ properties, geometry })), fc.string(), (features, rest) => {
        readBoundaries(JSON.stringify({ type: 'FeatureCollection', features }))
        readBoundaries(rest)
      }),
    )
  })
})
