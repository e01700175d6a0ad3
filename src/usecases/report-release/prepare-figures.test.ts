import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
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
  test('tells nothing of the one group of a programme: by itself, in the pack of all less the others, or where only it is', async () => {
    const group = '00000000-0000-4000-8000-00000000e0e0'
    await world.owner.query(`set session_replication_role = replica;
      create temporary table joined as select t.* from trajectory t
        where t.org_id = '${world.orgId}' and t.started_on between '2024-04-01' and '2024-06-30' order by id limit 14;
      update trajectory t set programme_id = 'evt-group' from joined j where t.id = j.id;
      update referral r set programme_id = 'evt-group' from joined j where r.id = j.referral_id;
      insert into group_place (org_id, id, group_id, trajectory_id, person_id, state, prepared_at, enrolled_on)
        select org_id, gen_random_uuid(), '${group}', id, person_id, 'enrolled', now(), started_on from joined;
      set session_replication_role = default`)
    await world.owner.query(
      `insert into programme_offer (org_id, id, programme_id, version, from_day, decided_at)
       values ($1, gen_random_uuid(), $2, $3, '2020-01-01', now())`,
      [world.orgId, evtGroup.id, evtGroup.version],
    )
    await world.owner.query('update organisation set programmes_stamp = programmes_stamp + 1 where id = $1', [
      world.orgId,
    ])
    await expect(prepare({ period: '2024', programme: 'evt-group' })).rejects.toMatchObject(
      code('release-one-group'),
    )
    const home = await prepare({ period: '2024', programme: 'mim-nl-18m' })
    await releaseReport(world.context, privacy, { id: home.id, version: 1 })
    const all = await readReportRelease(world.context, privacy, {
      id: (await prepare({ period: '2024' })).id,
    })
    for (const { id, total } of all.pack.tables) if (id.startsWith('started')) expect(total).toBeNull()
    // Nothing else was going on in these months: all is the group.
    await world.owner.query(
      `update trajectory set started_on = started_on - 150 where programme_id = 'mim-nl-18m' and started_on between '2024-04-01' and '2024-06-30'`,
    )
    await expect(prepare({ period: '2024-Q2' })).rejects.toMatchObject(code('release-one-group'))
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
