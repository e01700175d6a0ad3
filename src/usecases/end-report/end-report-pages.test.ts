import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { endReportFormRoutes } from '#pages/end-report/end-report-forms.tsx'
import { endReportRoutes } from '#pages/end-report/end-report-page.tsx'
import { endReportShareRoutes } from '#pages/end-report/end-report-share.tsx'
import { paths } from '#pages/paths.ts'
import { planRoutes } from '#pages/plan/plan-page.tsx'
import { sharedFileRoutes } from '#pages/sharing/shared-file.ts'
import { sharedRoutes } from '#pages/sharing/shared-page.tsx'
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
  const chosen = { recipient: 'jgz', parts: 'goals', goals: letters, way: 'letter' }
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

test('as a file it is seen the same, and taken along where it is written down', async () => {
  const { trajectoryId: id, letters } = await reported(world, coordinator)
  const site = staffSite([...routes, ...sharedRoutes, ...sharedFileRoutes], world, coordinator)
  const path = paths.endReport.share(id)
  await changeConsent(world.context, coordinator, {
    trajectoryId: id,
    code: 'C-6',
    party: 'jgz',
    state: 'given',
    how: 'spoken',
    items: ['goals'],
  })
  const chosen = { recipient: 'jgz', parts: 'goals', goals: letters }
  const { html } = await visit(site, path)
  const noWay = await visit(site, path, sent(html, chosen))
  expect(noWay.status).toBe(422)
  // What was chosen is still there.
  expect(fieldsOn(main(noWay.html)).get('goals')).toBe(letters)
  const look = await visit(site, path, sent(html, { ...chosen, way: 'file' }))
  expect(look.html).toContain('Het bestand zegt dit')
  expect(look.html).toContain('Geld en schulden: bereikt')
  const form = sent(look.html, { readWhole: 'yes' })
  for (const [, name] of look.html.matchAll(/name="(tick-[^"]+)"/g)) form.set(name ?? '', 'remove')
  expect((await visit(site, path, form)).status).toBe(303)
  const list = (await visit(site, paths.sharing.list(id))).html
  const [, address = ''] = /href="(\/shared-files\/[^"]+)"/.exec(list) ?? []
  const file = await site.request(`http://localhost${address}`)
  expect(file.headers.get('content-type')).toBe('application/fhir+json; charset=utf-8')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="gegevens.json"')
  expect(await file.json()).toMatchObject({ resourceType: 'Bundle', type: 'collection' })
  await changeConsent(world.context, coordinator, {
    trajectoryId: id,
    code: 'C-6',
    party: 'jgz',
    state: 'withdrawn',
    how: 'spoken',
  })
  const after = (await visit(site, paths.sharing.list(id))).html
  expect(after).not.toContain('/shared-files/')
  expect(after).toContain('Haar ja hierop geldt niet meer')
  const second = await visit(site, address)
  expect(second.status).toBe(409)
  expect(second.html).toContain('Zij nam haar ja hiervoor terug')
})

test('a plan that runs is passed on by the same form, without words that nobody wrote yet', async () => {
  const { trajectoryId: id, letters } = await planned(world, coordinator)
  const site = staffSite([...planRoutes, ...routes, ...sharedRoutes], world, coordinator)
  expect((await visit(site, paths.plan.one(id))).html).toContain(paths.plan.share(id))
  const { html } = await visit(site, paths.plan.share(id))
  expect(html).toContain('Geef haar plan door')
  expect(main(html)).not.toContain('De woorden van de coach')
  await changeConsent(world.context, coordinator, {
    trajectoryId: id,
    code: 'C-6',
    party: 'gp',
    state: 'given',
    how: 'spoken',
    items: ['goals'],
  })
  const chosen = { recipient: 'gp', parts: 'goals', goals: letters, way: 'letter' }
  const look = await visit(site, paths.plan.share(id), sent(html, chosen))
  expect(look.html).toContain('Haar plan, goedgekeurd op 3 november 2026')
  const form = sent(look.html, { readWhole: 'yes' })
  for (const [, name] of look.html.matchAll(/name="(tick-[^"]+)"/g)) form.set(name ?? '', 'remove')
  expect((await visit(site, paths.plan.share(id), form)).status).toBe(303)
  expect((await visit(site, paths.sharing.list(id))).html).toContain('De huisarts')
})
