import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { yearsOfWork } from '#testing/years-of-work.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { prepareFigures } from '#usecases/report-release/prepare-figures.ts'
import { readReportRelease } from '#usecases/report-release/read-report-release.ts'
import { releaseReport } from '#usecases/report-release/release-report.ts'

let world: World
let manager: MemberActor
let privacy: MemberActor
beforeAll(async () => {
  world = await openWorld()
  const worker = await castWorker(world, { given: 'Ans' })
  for (const statement of yearsOfWork(world.orgId, worker, 900, 1_800)) await world.owner.query(statement)
  const provedAt = world.context.now()
  manager = { ...(await world.member(['programme_manager'])), provedAt }
  privacy = { ...(await world.member(['privacy_officer'])), provedAt }
}, 120_000)
afterAll(() => world?.close())

const ask = { template: 'year', recipient: 'municipality', period: '2025' } as const
const prepare = (more: Partial<{ period: string; programme: string }> = {}, by = manager) =>
  prepareFigures(world.context, by, { ...ask, ...more })
const code = (text: string) => ({ code: text })

describe('preparing is refused', () => {
  test('to who may not answer for a programme', async () => {
    for (const role of ['coordinator', 'privacy_officer', 'worker', 'administrator'] as const)
      await expect(prepare({}, await world.member([role]))).rejects.toThrow(Forbidden)
  })
  test('for a period that still runs, one without anything, one that isn’t one, and a programme of others', async () => {
    await expect(prepare({ period: '2026' })).rejects.toMatchObject(code('release-period-runs'))
    await expect(prepare({ period: '2019' })).rejects.toMatchObject(code('release-empty'))
    await expect(prepare({ period: '2025-13' })).rejects.toThrow(Invalid)
    await expect(prepare({ programme: 'elsewhere' })).rejects.toThrow(NotFound)
  })
})

describe('a year’s pack', () => {
  test('tells no number under ten, hides what would give one away, and says the same twice', async () => {
    const { id } = await prepare()
    const { pack, state } = await readReportRelease(world.context, privacy, { id })
    expect(state).toBe('prepared')
    const told = pack.tables.flatMap(({ cells, rowTotals, columnTotals, total }) => [
      ...cells,
      ...rowTotals,
      ...columnTotals,
      total,
    ])
    expect(told.some((count) => count !== null)).toBe(true)
    for (const count of told) if (count !== null && count > 0) expect(count).toBeGreaterThanOrEqual(10)
    await releaseReport(world.context, privacy, { id, version: 1 })
    const again = await readReportRelease(world.context, privacy, { id: (await prepare()).id })
    expect(again.pack.tables).toEqual(pack.tables)
  })
  test('is held against its quarters: what left of the year stands in the way of what would be left over', async () => {
    const { id } = await prepare({ period: '2025-Q1' })
    const { pack } = await readReportRelease(world.context, privacy, { id })
    expect(pack.tables.length).toBeGreaterThan(0)
    expect(pack.tables.every(({ population }) => population.endsWith(':all:2025-Q1'))).toBe(true)
  })
  test('stays as it was when files behind it are gone', async () => {
    const { id } = await prepare()
    const before = await readReportRelease(world.context, manager, { id })
    await world.owner.query(`update trajectory set started_on = null where org_id = $1`, [world.orgId])
    const after = await readReportRelease(world.context, manager, { id })
    expect(after.text).toBe(before.text)
    expect(after.sha256).toBe(before.sha256)
  })
})
