import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SeriesId, seriesIds } from '#domain/figures/series.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { yearsOfWork } from '#testing/years-of-work.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readSeries } from '#usecases/figures/read-series.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  const worker = await castWorker(world, { given: 'Ans' })
  for (const statement of yearsOfWork(world.orgId, worker, 300, 6_000)) await world.owner.query(statement)
  coordinator = await world.member(['coordinator'])
}, 300_000)
afterAll(() => world?.close())

const read = async (id: SeriesId, by = coordinator, programme = '') =>
  (await readSeries(world.context, by, { programme })).series.find((one) => one.id === id)
const known = async (id: SeriesId, by = coordinator) =>
  (await read(id, by))?.points.filter(({ value }) => value !== null) ?? []

test('are refused to who may not see the files behind them, and of a programme that was never offered here', async () => {
  const may = ['coordinator', 'safeguarding_lead']
  for (const role of roles.filter((one) => !may.includes(one)))
    await expect(read('in-window', await world.member([role]))).rejects.toThrow(Forbidden)
  await expect(read('in-window', coordinator, 'elsewhere')).rejects.toThrow(NotFound)
})
test('are the months of two years, as a plain count of the same visits says', async () => {
  const { rows } = await world.owner.query<{ month: string; gone_on: string; of: string }>(
    `select to_char(coalesce(done_on, planned_on), 'YYYY-MM') as month,
       round(100.0 * count(*) filter (where state = 'done') / count(*), 6)::text as gone_on, count(*)::text as of
     from contact where org_id = $1 and state in ('done', 'no_show', 'cancelled')
       and coalesce(done_on, planned_on) between '2024-11-01' and '2026-10-31' group by 1 order by 1`,
    [world.orgId],
  )
  const points = await known('visits-gone-on')
  expect(points.map(({ month, value, of }) => [`${month}`.slice(0, 7), value?.toFixed(6), of])).toEqual(
    rows.map((row) => [row.month, Number(row.gone_on).toFixed(6), Number(row.of)]),
  )
  expect(points.length).toBeGreaterThanOrEqual(12)
  expect((await known('in-window')).every(({ value }) => value === 100)).toBe(true)
})
test('wait for the first visit alone, and never less than no time at all', async () => {
  const points = await known('wait-visit')
  expect(points.length).toBeGreaterThan(0)
  expect(points.reduce((sum, { of }) => sum + of, 0)).toBeLessThanOrEqual(300)
  expect(points.every(({ value }) => (value ?? -1) >= 0)).toBe(true)
})
test('say nothing of what isn’t written down, nor of another organisation', async () => {
  const empty = (await read('sessions-there'))?.points
  expect(empty?.every(({ value, of }) => value === null && of === 0)).toBe(true)
  const elsewhere = await world.member(['coordinator'], world.otherOrgId)
  for (const id of seriesIds) expect(await known(id, elsewhere)).toEqual([])
})
