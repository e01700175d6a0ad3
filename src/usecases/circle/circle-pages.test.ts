import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { circleRoutes } from '#pages/circle/circle-page.tsx'
import { circlePaperRoutes } from '#pages/circle/circle-paper.tsx'
import { supporterRoutes } from '#pages/circle/supporter-pages.tsx'
import { paths } from '#pages/paths.ts'
import { trajectoryRoutes } from '#pages/trajectory/trajectory.tsx'
import { evtGroup } from '#programmes/evt-group.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { fieldsOn } from '#testing/html.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'

let world: World
let coordinator: MemberActor
let site: ReturnType<typeof staffSite>
const routes = [...trajectoryRoutes, ...circleRoutes, ...supporterRoutes, ...circlePaperRoutes]
beforeAll(async () => {
  world = await openWorld([mvr, evtGroup])
  coordinator = await world.member(['coordinator'])
  site = staffSite(routes, world, coordinator)
})
afterAll(() => world.close())

const main = (html: string) => html.slice(html.indexOf('<main'))
const sent = (html: string, chosen: Record<string, string>) => {
  const form = fieldsOn(main(html))
  for (const [name, value] of Object.entries(chosen)) form.set(name, value)
  return form
}
const add = async (trajectoryId: string, chosen: Record<string, string>) => {
  const path = paths.circle.add(trajectoryId)
  return visit(site, path, sent((await visit(site, path)).html, { talk: 'no', ...chosen }))
}

test('somebody who can’t be kept comes back as typed, each problem at its field', async () => {
  const { trajectoryId } = await expecting(world)
  const named = await add(trajectoryId, { name: 'Mark', kind: 'partner', ring: '1' })
  expect(named.status).toBe(422)
  expect(named.html).toContain('Schrijf geen naam van een partner')
  const wrong = await add(trajectoryId, {
    name: 'Mark',
    kind: 'friend',
    helpsWith: 'Past op',
    lastContactOn: '40-1-2026',
  })
  expect(wrong.html).toContain('href="#field-ring"')
  expect(wrong.html).toContain('href="#field-lastContactOn"')
  expect([...fieldsOn(main(wrong.html))]).toEqual(
    expect.arrayContaining([
      ['name', 'Mark'],
      ['helpsWith', 'Past op'],
      ['lastContactOn', '40-1-2026'],
    ]),
  )
})

test('then and now are two pictures, and the same in words and in a table', async () => {
  world.turnTo(testMorning)
  const { trajectoryId } = await expecting(world)
  const path = paths.circle.one(trajectoryId)
  expect((await visit(site, path)).html).toContain('nog niet getekend')
  await add(trajectoryId, { name: 'Mama', kind: 'family', ring: '1', helpsWith: 'Past op' })
  await add(trajectoryId, { kind: 'professional', role: 'gp', ring: '3', talk: 'yes' })
  const first = (await visit(site, path)).html
  expect(first).toContain('Heel dichtbij: 1 Mama; Dichtbij: niemand; Op afstand: 2 Huisarts')
  expect(first).not.toContain('id="circle-then-d"')
  world.turnTo('2027-02-01')
  const [one] = [...first.matchAll(/circle\/people\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')
  const onePath = paths.circle.supporter(trajectoryId, one ?? '')
  const page = (await visit(site, onePath)).html
  expect([...fieldsOn(main(page))]).toEqual(expect.arrayContaining([['name', 'Mama']]))
  const changed = await visit(site, onePath, sent(page, { ring: '2' }))
  expect(changed.status).toBe(303)
  const later = (await visit(site, path)).html
  expect(later).toContain('<desc id="circle-then-d">Heel dichtbij: 1 Mama; Dichtbij: niemand')
  expect(later).toContain('<desc id="circle-now-d">Heel dichtbij: niemand; Dichtbij: 1 Mama')
  expect(later).toContain('Dichtbij, verder weg')
  expect(later).toContain('ja, sinds 3 november 2026')
  // The same form again, as it was opened before: both versions are shown and nothing typed is lost.
  const again = await visit(site, onePath, sent(page, { ring: '3', helpsWith: 'Luistert', key: '' }))
  expect(again.status).toBe(409)
  expect(again.html).toContain('Een collega schreef intussen dit')
  expect(fieldsOn(main(again.html)).get('helpsWith')).toBe('Luistert')
  const english = staffSite(routes, world, coordinator, 'en')
  expect((await visit(english, path)).html).toContain(
    'Very close: nobody; Close: 1 Mama; At a distance: 2 GP',
  )
})

test('her number is asked, kept and drawn with a gap where she’d rather not say', async () => {
  world.turnTo(testMorning)
  const { trajectoryId } = await expecting(world)
  const path = paths.circle.one(trajectoryId)
  const say = async (chosen: Record<string, string>) =>
    visit(site, paths.circle.reliance(trajectoryId), sent((await visit(site, path)).html, chosen))
  const wrong = await say({ count: 'veel' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Vul een getal in van 0 tot en met 99')
  expect(fieldsOn(main(wrong.html)).get('count')).toBe('veel')
  await say({ count: '3' })
  world.turnTo('2026-12-03')
  await say({ ratherNot: 'yes' })
  const { html } = await visit(site, path)
  expect(html).toContain('<desc id="rely-d">3 november 2026: 3; 3 december 2026: liever niet</desc>')
  expect(html).not.toMatch(/<td[^>]*>0<\/td>/)
})

test('a programme without a circle shows nothing of it', async () => {
  const { trajectoryId: without } = await expecting(world, { programme: evtGroup, dueOn: null })
  const { trajectoryId: with_ } = await expecting(world)
  expect((await visit(site, paths.trajectory.one(with_))).html).toContain(paths.circle.one(with_))
  expect((await visit(site, paths.trajectory.one(without))).html).not.toContain('/circle')
  for (const path of [paths.circle.one, paths.circle.add, paths.circle.paper])
    expect((await visit(site, path(without))).status).toBe(404)
})
