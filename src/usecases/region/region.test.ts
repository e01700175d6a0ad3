import { afterAll, beforeAll, expect, test } from 'vitest'
import { runningTrajectory } from '#testing/running-trajectory.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { readFigures } from '#usecases/figures/read-figures.ts'
import { readOrganisation } from '#usecases/organisation/read-organisation.ts'
import { importPostcodes } from '#usecases/postcode/import-postcodes.ts'
import { loadBoundaries } from '#usecases/region/load-boundaries.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const square = (x: number, size = 1000) => [
  [x, 450_000],
  [x + size, 450_000],
  [x + size, 450_000 + size],
  [x, 450_000 + size],
  [x, 450_000],
]
const file = (...areas: [code: string, name: string, x: number][]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: areas.map(([statcode, statnaam, x]) => ({
      type: 'Feature',
      properties: { statcode, statnaam },
      geometry: { type: 'Polygon', coordinates: [square(x)] },
    })),
  })
const near = file(
  ['GM0599', 'Waterrijk', 80_000],
  ['GM0600', 'Oeverdam', 81_000],
  ['GM0601', 'Ver weg', 200_000],
)
const input = { text: near, source: 'Kadaster', year: 2026 }

test('boundaries are an administrator’s to read in', async () => {
  for (const role of ['coordinator', 'worker', 'programme_manager'] as const)
    await expect(loadBoundaries(world.context, await world.member([role]), input)).rejects.toThrow(Forbidden)
})
test('a file that can’t be drawn is refused, and what was there stays', async () => {
  const administrator = await world.member(['administrator'])
  const load = (changed: Partial<typeof input>) =>
    loadBoundaries(world.context, administrator, { ...input, ...changed })
  await load({})
  await expect(load({ text: 'gemeente;code' })).rejects.toThrow(Refused)
  await expect(load({ text: file() })).rejects.toMatchObject({ code: 'boundaries-no-codes' })
  await expect(load({ year: 26 })).rejects.toMatchObject({ fields: { year: 'not-a-year' } })
  await expect(load({ source: ' ' })).rejects.toThrow(Invalid)
  expect((await readOrganisation(world.context, administrator, {})).boundaries).toMatchObject([
    { level: 'municipality', regions: 3, left_out: 0, year: 2026, source: 'Kadaster' },
  ])
})
test('a new file replaces the last of its level, and no other organisation’s', async () => {
  const other = await openWorld()
  const administrator = await world.member(['administrator'])
  await loadBoundaries(other.context, await other.member(['administrator']), input)
  await loadBoundaries(world.context, administrator, {
    ...input,
    text: file(['WK059901', 'Centrum', 80_000]),
  })
  await loadBoundaries(world.context, administrator, {
    ...input,
    text: file(['GM0599', 'Waterrijk', 80_000]),
  })
  expect(
    (await readOrganisation(world.context, administrator, {})).boundaries.map(({ level, regions }) => [
      level,
      regions,
    ]),
  ).toEqual([
    ['municipality', 1],
    ['district', 1],
  ])
  expect(
    (await readOrganisation(other.context, await other.member(['administrator']), {})).boundaries,
  ).toMatchObject([{ regions: 3 }])
  await other.close()
})
test('counts lie on a map with what is beside them, and what has no boundary is said', async () => {
  const administrator = await world.member(['administrator'])
  const coordinator = await world.member(['coordinator'])
  await loadBoundaries(world.context, administrator, input)
  const place = { place: 'Waterrijk', lat: 52, lon: 4.5 }
  await importPostcodes(world.context, administrator, {
    codesYear: 2026,
    rows: [{ ...place, postcode: '1234', municipality: 'GM0599', district: 'WK059977' }],
  })
  await runningTrajectory(world, { startedOn: '2026-03-02' })
  const { maps, tallies } = await readFigures(world.context, coordinator, { set: 'reach', period: '2026' })
  const map = maps.get('started.municipality')
  const started = tallies
    .find(({ id }) => id === 'started.municipality')
    ?.rows.find(({ code }) => code === 'GM0599')
  expect(started?.counts[0]).toBeGreaterThan(0)
  expect(map?.regions.map(({ code, count }) => [code, count])).toEqual([
    ['GM0599', started?.counts[0]],
    ['GM0600', 0],
  ])
  expect(map?.names.get('GM0599')).toBe('Waterrijk')
  // Districts of which none is on the map are no map.
  expect(maps.has('started.district')).toBe(false)
})
