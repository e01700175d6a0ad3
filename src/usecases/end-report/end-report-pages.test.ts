import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { endReportFormRoutes } from '#pages/end-report/end-report-forms.tsx'
import { endReportRoutes } from '#pages/end-report/end-report-page.tsx'
import { endReportShareRoutes } from '#pages/end-report/end-report-share.tsx'
import { paths } from '#pages/paths.ts'
import { fieldsOn } from '#testing/html.ts'
import { visit } from '#testing/public-site.ts'
import { planned, reported } from '#testing/reported.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'

let world: World
let coordinator: MemberActor
const routes = [...endReportRoutes, ...endReportFormRoutes, ...endReportShareRoutes]
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const main = (html: string) => html.slice(html.indexOf('<main'))
const sent = (html: string, chosen: Record<string, string>) => {
  const form = fieldsOn(main(html))
  for (const [name, value] of Object.entries(chosen)) form.set(name, value)
  return form
}

test('a coach writes and sends it in, a coordinator reads both voices and approves', async () => {
  const { trajectoryId: id, worker, letters } = await planned(world, coordinator)
  const hers = staffSite(routes, world, worker)
  const theirs = staffSite(routes, world, coordinator)
  expect((await visit(hers, paths.endReport.one(id))).html).toContain('Er is nog geen eindverslag')
  const empty = (await visit(hers, paths.endReport.write(id))).html
  expect(empty).toContain('geen aanmaningen meer: Bereikt')
  const long = await visit(hers, paths.endReport.write(id), sent(empty, { hers: 'a'.repeat(1001) }))
  expect(long.status).toBe(422)
  expect(fieldsOn(main(long.html)).get('hers')).toHaveLength(1001)
  const written = sent(empty, { [`hers-${letters}`]: 'Ik durf weer', [`coach-${letters}`]: 'Zij belt zelf' })
  expect((await visit(hers, paths.endReport.write(id), written)).status).toBe(303)
  const draft = (await visit(hers, paths.endReport.one(id))).html
  expect(draft).toContain('Ik durf weer')
  expect(draft).toContain('Wat zij zegt over: een eigen plek')
  expect((await visit(theirs, paths.endReport.decide(id))).status).toBe(409)
  expect((await visit(hers, paths.endReport.one(id), sent(draft, {}))).status).toBe(303)
  const judged = (await visit(theirs, paths.endReport.decide(id))).html
  expect(judged).toContain('Zij belt zelf')
  const approved = await visit(theirs, paths.endReport.decide(id), sent(judged, { step: 'approve' }))
  expect(approved.status).toBe(303)
  expect((await visit(theirs, paths.endReport.one(id))).html).toContain('Dit verslag verandert niet meer')
})

test('what goes is chosen, seen whole, ticked and only then shared', async () => {
  const { trajectoryId: id, letters } = await reported(world, coordinator)
  const site = staffSite(routes, world, coordinator)
  const path = paths.endReport.share(id)
  const chosen = { recipient: 'jgz', parts: 'goals', goals: letters }
  const { html } = await visit(site, path)
  const none = await visit(site, path, sent(html, { recipient: 'jgz' }))
  expect(none.status).toBe(422)
  const without = await visit(site, path, sent(html, chosen))
  expect(without.status).toBe(409)
  expect(without.html).toContain('Zij zei hier geen ja op')
  await changeConsent(world.context, coordinator, {
    trajectoryId: id,
    code: 'C-6',
    party: 'jgz',
    state: 'given',
    how: 'spoken',
    items: ['goals'],
  })
  const look = await visit(site, path, sent(html, chosen))
  expect(look.html).toContain('Geld en schulden: bereikt')
  expect(look.html).not.toContain('Ik durf de post')
  const unticked = await visit(site, path, sent(look.html, {}))
  expect(unticked.status).toBe(409)
  const form = sent(unticked.html, { readWhole: 'yes' })
  for (const [, name] of unticked.html.matchAll(/name="(tick-[^"]+)"/g)) form.set(name ?? '', 'remove')
  expect((await visit(site, path, form)).status).toBe(303)
})
