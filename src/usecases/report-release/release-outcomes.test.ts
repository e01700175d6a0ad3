import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { oneReleaseRoutes } from '#pages/report-release/one-release.tsx'
import { castWorker } from '#testing/cast.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { yearsOfWork } from '#testing/years-of-work.ts'
import { prepareFigures } from '#usecases/report-release/prepare-figures.ts'
import { readReportRelease } from '#usecases/report-release/read-report-release.ts'
import { releaseReport } from '#usecases/report-release/release-report.ts'

const programme = 'mim-nl-18m'
let world: World
let manager: MemberActor
let privacy: MemberActor

/** Of who ended: each her number at the beginning and, but for a third of them, at the end. */
const measured = `insert into measure (org_id, id, trajectory_id, moment, instrument_id, instrument_version, state, due_on,
    taken_on, scores, mode, language)
  select t.org_id, gen_random_uuid(), t.id, m.moment, 'ladder_confidence', '1',
    case when m.moment = 'T2' and k % 3 = 0 then 'declined' else 'taken' end, t.started_on, t.started_on,
    case when m.moment = 'T0' then jsonb_build_object('now', 3 + k % 3)
      when k % 3 > 0 then jsonb_build_object('now', 5 + k % 4) end, 'together', 'nl'
  from (select *, row_number() over (order by id) as k from trajectory where state = 'closed') t,
    (values ('T0'), ('T2')) m (moment)`

beforeAll(async () => {
  world = await openWorld()
  const worker = await castWorker(world, { given: 'Ans' })
  for (const statement of yearsOfWork(world.orgId, worker, 600, 600)) await world.owner.query(statement)
  await world.owner.query('set session_replication_role = replica')
  await world.owner.query(measured)
  await world.owner.query('set session_replication_role = default')
  const provedAt = world.context.now()
  manager = { ...(await world.member(['programme_manager'])), provedAt }
  privacy = { ...(await world.member(['privacy_officer'])), provedAt }
}, 120_000)
afterAll(() => world?.close())

const prepare = (more: { period?: string; programme?: string } = {}) =>
  prepareFigures(world.context, manager, {
    template: 'outcomes',
    recipient: 'health-insurer',
    period: '2025',
    programme,
    ...more,
  })
const read = async ({ id }: { id: string }) => (await readReportRelease(world.context, privacy, { id })).pack

/** By hand, from the rows. */
async function byHand(year: number) {
  const { rows } = await world.owner.query(
    `select count(*)::int as pairs, round(avg((a.scores ->> 'now')::numeric), 1)::float as first,
       round(avg((b.scores ->> 'now')::numeric), 1)::float as last
     from trajectory t join measure a on a.trajectory_id = t.id and a.moment = 'T0' and a.state = 'taken'
     join measure b on b.trajectory_id = t.id and b.moment = 'T2' and b.state = 'taken'
     where t.org_id = $1 and extract(year from t.closed_on) = $2`,
    [world.orgId, year],
  )
  return rows[0]
}

describe('what changed leaves', () => {
  test('of one programme in a whole year only: the means of parts give those of what is left', async () => {
    for (const wrong of [{ programme: '' }, { period: '2025-Q1' }])
      await expect(prepare(wrong)).rejects.toMatchObject({ code: 'release-outcome-of-one' })
  })

  test('as the mean of who was measured twice, beside who wasn’t, as page and as file', async () => {
    const { id } = await prepare()
    const pack = await read({ id })
    const { pairs, first, last } = await byHand(2025)
    expect(pairs).toBeGreaterThan(30)
    const mean = (name: string) => pack.averages.find((one) => one.id.endsWith(`.${name}`))
    expect([mean('first'), mean('last')]).toMatchObject([
      { n: pairs, mean: first },
      { n: pairs, mean: last },
    ])
    const [low, change, high] = ['low', 'change', 'high'].map((name) => mean(name)?.mean ?? Number.NaN)
    // They all had one worker, and of one worker there is no interval.
    expect([low, high]).toEqual([Number.NaN, Number.NaN])
    expect(change).toBeCloseTo(last - first, 0)
    const table = pack.tables.find((one) => one.id === 'closed.measured')
    expect(table?.rowTotals[0]).toBe(pairs)
    const site = staffSite(oneReleaseRoutes, world, privacy)
    const text = await (await site.request(`http://localhost/releases/${id}`)).text()
    expect(text).toContain('Vrouwen met een eerste en een laatste meting')
    expect(text).toContain('Er is geen groep om mee te vergelijken')
    await releaseReport(world.context, privacy, { id, version: 1 })
    const file = await (await site.request(`http://localhost/releases/${id}/table`)).text()
    expect(file).toContain(`Vrouwen met een eerste en een laatste meting;${pairs}`)
  })

  test('not again with a few more: two means give the mean of those few', async () => {
    const { rows } = await world.owner.query(
      `update measure set state = 'taken', scores = '{"now": 9}' where id in (select b.id from measure b
         join trajectory t on t.id = b.trajectory_id where b.org_id = $1 and b.state = 'declined'
         and extract(year from t.closed_on) = 2025 order by b.id limit 2) returning id`,
      [world.orgId],
    )
    expect(rows).toHaveLength(2)
    const { id } = await prepare()
    const pack = await read({ id })
    for (const { mean, n } of pack.averages) expect([mean, n]).toEqual([null, null])
    const site = staffSite(oneReleaseRoutes, world, privacy)
    const text = await (await site.request(`http://localhost/releases/${id}`)).text()
    expect(text).toContain('met wat eerder is vrijgegeven')
    expect(text).not.toContain('Gemiddelde verandering')
  })

  test('not under twelve, and never where their number is hidden', async () => {
    await world.owner.query(
      `update measure b set state = 'declined', scores = null from (
         select m.id, row_number() over (order by m.id) as k from measure m join trajectory t on t.id = m.trajectory_id
         where m.org_id = $1 and m.moment = 'T2' and m.state = 'taken' and extract(year from t.closed_on) = 2024) one
       where one.id = b.id and one.k > 11`,
      [world.orgId],
    )
    const { id } = await prepare({ period: '2024' })
    expect((await read({ id })).averages).toEqual([])
  })
})
