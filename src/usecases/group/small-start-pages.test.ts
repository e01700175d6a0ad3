import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { oneGroupRoutes } from '#pages/group/one-group.tsx'
import { smallStartRoutes } from '#pages/group/small-start-pages.tsx'
import { homeRoutes } from '#pages/home/home.tsx'
import { paths } from '#pages/paths.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { enrolled, openTestGroup } from '#testing/group.ts'
import { fieldsOn } from '#testing/html.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'

let world: World
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld([evtGroup])
  manager = await world.member(['programme_manager'])
})
afterAll(() => world.close())
beforeEach(() => world.turnTo('2026-11-03'))

const routes = [...oneGroupRoutes, ...smallStartRoutes, ...homeRoutes]
const filled = (html: string, more: Record<string, string>) => {
  const form = fieldsOn(html.slice(html.indexOf('<main')))
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

test('a coordinator asks with a reason, a manager answers with hers, and both read what became of it', async () => {
  const group = await openTestGroup(world)
  await enrolled(world, group, 2)
  const planner = staffSite(routes, world, group.coordinator)
  const decider = staffSite(routes, world, manager)
  const one = paths.group.one(group.groupId)
  const asking = paths.group.askSmall(group.groupId)
  expect((await visit(planner, one)).html).toContain(asking)
  const form = (await visit(planner, asking)).html
  expect(form).toContain('Er zijn 2 deelnemers met een plaats')
  const without = await visit(planner, asking, filled(form, {}))
  expect(without.html).toContain('Er klopt iets niet')
  const asked = await visit(planner, asking, filled(form, { reason: 'nobody_else_waits' }))
  expect(asked.headers.get('location')).toContain(one)
  const waiting = (await visit(planner, one)).html
  expect(waiting).toContain('met 2 deelnemers. De programmaleider beslist. Reden: Er wacht niemand anders.')
  expect(waiting).not.toContain(asking)

  const { rows } = await world.owner.query('select id from small_start where group_id = $1', [group.groupId])
  const answering = paths.group.smallStart(rows[0].id)
  expect((await visit(decider, '/today')).html).toContain(answering)
  const question = (await visit(decider, answering)).html
  for (const hidden of ['Dinsdag', 'Vrouw1', 'Geheim']) expect(question).not.toContain(hidden)
  // A yes needs a reason for a yes; what was chosen stays.
  const half = await visit(decider, answering, filled(question, { answer: 'allowed' }))
  expect(half.html).toContain('Er klopt iets niet')
  expect(half.html).toMatch(/value="allowed"[^>]*checked|checked[^>]*value="allowed"/)
  await visit(
    decider,
    answering,
    filled(question, { answer: 'allowed', 'reason.allowed': 'works_with_so_many' }),
  )
  expect((await visit(decider, answering)).html).toContain('Met zo veel deelnemers werkt de groep ook')
  expect((await visit(planner, one)).html).toContain('Het mag met 2 deelnemers of meer')
  // The coordinator reads it and has no button to answer herself.
  const read = (await visit(planner, answering)).html
  expect(read).not.toContain('Beslis</button>')
}, 30_000)
