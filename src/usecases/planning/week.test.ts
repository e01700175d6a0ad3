import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { myWeekRoutes } from '#pages/planning/my-week.tsx'
import { rhythmRoutes } from '#pages/planning/rhythm.tsx'
import { skipContactRoutes } from '#pages/planning/skip-contact.tsx'
import { teamWeekRoutes } from '#pages/planning/team-week.tsx'
import { withoutIds } from '#testing/without-ids.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'
import { readMyWeek } from '#usecases/planning/read-my-week.ts'
import { readTeamWeek } from '#usecases/planning/read-team-week.ts'
import { visit } from '../../../testing/public-site.ts'
import { type RunningTrajectory, runningTrajectory } from '../../../testing/running-trajectory.ts'
import { formIn, staffSite } from '../../../testing/staff-site.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
const routes = [...myWeekRoutes, ...teamWeekRoutes, ...skipContactRoutes, ...rhythmRoutes]
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

/** Her first planned visits, on these moments. */
async function agreed(one: RunningTrajectory, ...moments: [on: string, at: string | null][]) {
  const { rows } = await world.owner.query(
    `select id from contact where trajectory_id = $1 and state = 'planned' order by number`,
    [one.trajectoryId],
  )
  for (const [index, [on, at]] of moments.entries())
    await world.owner.query('update contact set planned_on = $2, planned_at = $3 where id = $1', [
      rows[index].id,
      on,
      at,
    ])
  return rows.map(({ id }) => String(id))
}

describe('a worker’s week', () => {
  test('is a worker’s own, and a team’s is a coordinator’s', async () => {
    for (const role of ['coordinator', 'administrator', 'referrer', 'privacy_officer'] as const)
      await expect(readMyWeek(world.context, await world.member([role]), {})).rejects.toThrow(Forbidden)
    for (const role of ['worker', 'administrator', 'programme_manager'] as const)
      await expect(readTeamWeek(world.context, await world.member([role]), {})).rejects.toThrow(Forbidden)
  })
  test('has what she has on each day, what is free between, and a warning where it can’t be', async () => {
    const one = await runningTrajectory(world)
    await agreed(
      one,
      ['2026-11-05', '09:00'],
      ['2026-11-05', '11:00'],
      ['2026-11-05', '12:00'],
      ['2026-11-06', null],
    )
    const { monday, days } = await readMyWeek(world.context, one.worker, {})
    expect(monday.toString()).toBe('2026-11-02')
    const [thursday, friday] = [days[3], days[4]]
    expect(thursday?.lines.map(({ at, givenName, before }) => [at, givenName, before?.how ?? null])).toEqual([
      ['09:00', 'Semira', null],
      ['11:00', 'Semira', 'fine'],
      ['12:00', 'Semira', 'overlap'],
    ])
    expect(thursday?.lines[1]?.before?.free).toBe(30)
    expect(friday?.lines.map(({ at }) => at)).toEqual([null])
  })
  test('shows nothing of another’s women, and no address', async () => {
    const [one, other] = [await runningTrajectory(world), await runningTrajectory(world, { given: 'Anoek' })]
    await agreed(one, ['2026-11-05', '09:00'])
    await agreed(other, ['2026-11-05', '10:00'])
    const { html } = await visit(staffSite(routes, world, one.worker), paths.planning.week())
    expect(html).toContain('Semira')
    expect(withoutIds(html)).not.toMatch(/Anoek|Lindelaan|1234|Achternaam/)
  })
  test('further away than a year is none, and an address that says nothing is this week', async () => {
    const one = await runningTrajectory(world)
    await expect(readMyWeek(world.context, one.worker, { from: '2030-01-01' })).rejects.toThrow(Invalid)
    const site = staffSite(routes, world, one.worker)
    for (const from of ['', 'gisteren', '2030-01-01', '2026-02-31'])
      expect((await visit(site, `${paths.planning.week()}?from=${from}`)).html).toContain('ma 2 november')
    expect((await visit(site, `${paths.planning.week()}?from=2026-11-12`)).html).toContain('ma 9 november')
  })
})

test('a coordinator sees the week of who she watches over, or of all', async () => {
  const one = await runningTrajectory(world, { given: 'Noor' })
  await agreed(one, ['2026-11-04', '09:00'])
  await world.owner.query('update worker set coordinator_id = $2 where id = $1', [
    one.workerId,
    coordinator.memberId,
  ])
  const mine = await readTeamWeek(world.context, coordinator, {})
  expect(mine.workers).toBe(1)
  expect(mine.days[2]?.lines).toMatchObject([{ worker: 'Ans', givenName: 'Noor', at: '09:00' }])
  const all = await readTeamWeek(world.context, coordinator, { whose: 'all' })
  expect(all.workers).toBeGreaterThan(1)
  const stranger = await world.member(['coordinator'], world.otherOrgId)
  expect((await readTeamWeek(world.context, stranger, { whose: 'all' })).workers).toBe(0)
  const { html } = await visit(staffSite(routes, world, coordinator), paths.planning.team())
  expect(html).toContain('Noor')
})

describe('without script', () => {
  test('a visit is left out with a reason, and one without comes back', async () => {
    const one = await runningTrajectory(world)
    const [id = ''] = await agreed(one)
    const site = staffSite(routes, world, one.worker)
    const page = paths.contact.skip(id)
    const { html } = await visit(site, page)
    const again = await visit(site, page, formIn(html, page))
    expect(again.status).toBe(422)
    const form = formIn(again.html, page)
    form.set('reason', 'holiday')
    expect(await visit(site, page, form)).toMatchObject({ status: 303 })
  })
  test('a rhythm that is nonsense comes back as it was typed', async () => {
    const one = await runningTrajectory(world)
    const site = staffSite(routes, world, one.worker)
    const page = paths.trajectory.rhythm(one.trajectoryId)
    const { html } = await visit(site, page)
    const form = formIn(html, page)
    for (const [name, value] of Object.entries({
      first: '32-13-2026',
      at: 'straks',
      until: 'ooit',
      everyWeeks: 'x',
    }))
      form.set(name, value)
    const again = await visit(site, page, form)
    expect(again.status).toBe(422)
    expect(again.html).toContain('32-13-2026')
    expect(again.html).toContain('straks')
    form.set('first', '10-11-2026')
    form.set('at', '10:00')
    form.set('until', '10-2-2027')
    form.set('everyWeeks', '1')
    const seen = await visit(site, page, form)
    expect(seen.status).toBe(200)
    expect(seen.html).toContain('Bewaar deze')
  })
})
