import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { arrangementRoutes } from '#pages/arrangement/arrangement-pages.tsx'
import { commitmentRoutes } from '#pages/commitment/commitments-page.tsx'
import { partyWaitsRoutes } from '#pages/commitment/party-waits-pages.tsx'
import { consultationRoutes } from '#pages/consultation/consultation-pages.tsx'
import { paths } from '#pages/paths.ts'
import { mvr } from '#programmes/mvr.ts'
import { expecting } from '#testing/expecting.ts'
import { fieldsOn } from '#testing/html.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'

let world: World
let coordinator: MemberActor
let site: ReturnType<typeof staffSite>
let id: string
const routes = [...arrangementRoutes, ...consultationRoutes, ...commitmentRoutes, ...partyWaitsRoutes]
beforeAll(async () => {
  world = await openWorld([mvr])
  coordinator = await world.member(['coordinator'])
  site = staffSite(routes, world, coordinator)
  id = (await expecting(world)).trajectoryId
})
afterAll(() => world.close())

const main = (html: string) => html.slice(html.indexOf('<main'))
const sent = (html: string, chosen: Record<string, string>) => {
  const form = fieldsOn(main(html))
  for (const [name, value] of Object.entries(chosen)) form.set(name, value)
  return form
}
/** The address of the one thing on this page that can be opened. */
const opened = (html: string, of: string) =>
  new RegExp(`href="(/trajectories/[\\w-]+/${of}/[\\w-]+)"`).exec(html)?.[1] ?? ''

test('help is asked and followed from page to page, and what was typed is kept where it is refused', async () => {
  const path = paths.arrangement.list(id)
  const { html } = await visit(site, path)
  const asked = {
    kind: 'wmo_arrangement',
    purpose: 'Hulp in huis',
    party: 'Vraagwijzer',
    neededOn: '20-10-2026',
  }
  const wrong = await visit(site, path, sent(html, { ...asked, askedOn: 'morgen ooit' }))
  expect(wrong.status).toBe(422)
  expect(Object.fromEntries(fieldsOn(main(wrong.html)))).toMatchObject(asked)
  expect((await visit(site, path, sent(html, asked))).status).toBe(303)
  const list = await visit(site, path)
  const one = opened(list.html, 'arrangements')
  const step = await visit(site, one)
  const early = await visit(site, one, sent(step.html, { what: 'grant', onDay: '1-10-2026' }))
  expect(early.status).toBe(422)
  expect(early.html).toContain('Kies een dag niet eerder dan wat er al staat.')
  expect((await visit(site, one, sent(step.html, { what: 'grant' }))).status).toBe(303)
  const after = await visit(site, path)
  for (const words of ['Toegekend', 'Onderzoek en besluit', '14 dagen', 'Vraagwijzer'])
    expect(after.html).toContain(words)
})

test('an expert is asked without her name, and a question that tells who she is comes back as it was typed', async () => {
  const path = paths.consultation.list(id)
  const { html } = await visit(site, path)
  const asked = { kind: 'youth', party: 'Orthopedagoog', question: 'Bel haar op 06 12345678' }
  const wrong = await visit(site, path, sent(html, asked))
  expect(wrong.status).toBe(422)
  expect(Object.fromEntries(fieldsOn(main(wrong.html)))).toMatchObject(asked)
  const question = 'Zij vergeet afspraken. Wat helpt?'
  expect((await visit(site, path, sent(html, { ...asked, question }))).status).toBe(303)
  const one = opened((await visit(site, path)).html, 'consultations')
  const step = await visit(site, one)
  const empty = await visit(site, one, sent(step.html, { what: 'answer' }))
  expect(empty.status).toBe(422)
  expect((await visit(site, one, sent(step.html, { what: 'answer', advice: 'Teken het.' }))).status).toBe(303)
  expect((await visit(site, path)).html).toContain('Teken het.')
  const over = await visit(site, one)
  expect(over.html).toContain('Hier is niets meer te doen.')
})

test('all of it stands by party, for her and for all together', async () => {
  const hers = await visit(site, paths.commitment.ofTrajectory(id))
  for (const words of ['Vraagwijzer', 'Orthopedagoog', 'Wmo-arrangement', 'Loopt', 'Geholpen'])
    expect(hers.html).toContain(words)
  const all = await visit(site, `${paths.commitment.waits()}?period=2026`)
  expect(all.html).toContain('Niet in de lijst')
  expect(all.html).toContain('te weinig')
  const behind = /href="(\/figures\/parties\/other[^"]*)"/.exec(all.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const women = await visit(site, behind)
  expect(women.html).toContain(paths.commitment.ofTrajectory(id))
  expect((await visit(site, paths.commitment.ofParty('moon'))).status).toBe(404)
})
