import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { gridRoutes } from '#pages/adversity/grid-pages.tsx'
import { handoverRoutes } from '#pages/handover/handover-pages.tsx'
import { takeMeasureRoutes } from '#pages/measure/take-measure.tsx'
import { paths } from '#pages/paths.ts'
import { planRoutes } from '#pages/plan/plan-page.tsx'
import { trajectoryRoutes } from '#pages/trajectory/trajectory.tsx'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { fieldsOn } from '#testing/html.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'

let world: World
let coordinator: MemberActor
let site: ReturnType<typeof staffSite>
const routes = [...trajectoryRoutes, ...gridRoutes, ...planRoutes, ...handoverRoutes, ...takeMeasureRoutes]
beforeAll(async () => {
  world = await openWorld([mvr, mim])
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

test('every domain stands on the one page that jumps within itself, and a refused grid keeps what was chosen', async () => {
  const { trajectoryId } = await expecting(world)
  const path = paths.adversity.fill(trajectoryId)
  const { html } = await visit(site, path)
  const jumps = [...html.matchAll(/href="#field-(\w+)"/g)].map(([, fact]) => fact)
  expect(jumps).toEqual(mvr.adversityGrid?.domains.map(({ fact }) => fact))
  for (const fact of jumps) expect(html).toContain(`id="field-${fact}"`)
  const empty = await visit(site, path, sent(html, { words: 'Zij weet het nog niet' }))
  expect(empty.status).toBe(409)
  expect(empty.html).toContain('Er is nog niets gekozen')
  expect(fieldsOn(main(empty.html)).get('words')).toBe('Zij weet het nog niet')
  const wrong = await visit(
    site,
    path,
    sent(html, { adversityMoney: '3', adversityHousing: '9', words: 'Veel' }),
  )
  expect(wrong.status).toBe(422)
  expect([...fieldsOn(main(wrong.html))]).toEqual(
    expect.arrayContaining([
      ['adversityMoney', '3'],
      ['words', 'Veel'],
    ]),
  )
})

test('then and now are a picture, and the same in words and in a table', async () => {
  const { trajectoryId } = await expecting(world)
  const path = paths.adversity.fill(trajectoryId)
  const fill = async (counts: Record<string, string>) =>
    visit(site, path, sent((await visit(site, path)).html, counts))
  await fill({ adversityMoney: '3' })
  const one = (await visit(site, paths.adversity.grid(trajectoryId))).html
  expect(one).toContain('<desc id="grid-d">Geld en schulden: 3</desc>')
  world.turnTo('2027-05-04')
  await fill({ adversityMoney: '1', adversityWork: '0' })
  const two = (await visit(site, paths.adversity.grid(trajectoryId))).html
  expect(two).toContain('Geld en schulden: toen 3, nu 1; Werk en opleiding: toen niet bekend, nu 0')
  expect(two).toMatch(/<td[^>]*>minder<\/td>/)
  expect(two).not.toContain('>Verslaving</th>')
  const english = staffSite(routes, world, coordinator, 'en')
  expect((await visit(english, paths.adversity.grid(trajectoryId))).html).toContain(
    'Money and debts: then 3, now 1',
  )
})

test('a measure that asks the same begins with what was said, to be looked over', async () => {
  const { trajectoryId } = await expecting(world)
  const path = paths.adversity.fill(trajectoryId)
  const taking = paths.measure.take(trajectoryId, 'T0')
  expect((await visit(site, taking)).html).not.toContain('Loop het samen na')
  await visit(site, path, sent((await visit(site, path)).html, { adversityMoney: '3' }))
  const { html } = await visit(site, taking)
  expect(html).toContain('Loop het samen na')
  const fields = fieldsOn(main(html))
  expect(fields.get('adversity_grid.adversityMoney')).toBe('3')
  expect(fields.get('adversity_grid.adversityWork') ?? '').toBe('')
})

test('a programme without plan, grid or handover shows nothing of them', async () => {
  const { trajectoryId: with_ } = await expecting(world)
  const { trajectoryId: without } = await expecting(world, { programme: mim, dueOn: null })
  const links = async (id: string) => (await visit(site, paths.trajectory.one(id))).html
  for (const path of [paths.plan.one, paths.adversity.grid, paths.handover.list]) {
    expect(await links(with_)).toContain(`href="${path(with_)}"`)
    expect(await links(without)).not.toContain(path(without))
    expect((await visit(site, path(without))).status).toBe(404)
  }
})
