import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { wishesRoutes } from '#pages/match/wishes-page.tsx'
import { workbenchRoutes } from '#pages/match/workbench.tsx'
import { organisationRoutes } from '#pages/organisation/organisation-page.tsx'
import { paths } from '#pages/paths.ts'
import { avoidancesRoutes } from '#pages/worker/avoidances-page.tsx'
import { myFileRoutes } from '#pages/worker/my-file.tsx'
import { workerListRoutes } from '#pages/worker/worker-list.tsx'
import { castWoman, castWorker } from '#testing/cast.ts'
import { fieldsOn } from '#testing/html.ts'
import { visit } from '#testing/public-site.ts'
import { formIn, staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const routes = [
  ...workbenchRoutes,
  ...wishesRoutes,
  ...organisationRoutes,
  ...avoidancesRoutes,
  ...myFileRoutes,
  ...workerListRoutes,
]
const siteOf = (actor: MemberActor) => staffSite(routes, world, actor)
const filled = (html: string, action: string, more: Record<string, string>) => {
  const form = formIn(html, action)
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

test('an administrator reads in travel times, and hears what is wrong with a list that has none', async () => {
  const site = siteOf(await world.member(['administrator']))
  const take = async (csv: string) => {
    const data = new FormData()
    data.set('travel', new File([csv], 'reistijden.csv', { type: 'text/csv' }))
    return site.request(paths.organisation.travel(), {
      method: 'POST',
      body: data,
      headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
    })
  }
  expect((await visit(site, paths.organisation.settings())).html).toContain('We kennen nog geen reistijden')
  const wrong = await take('van;naar\n3011;3012')
  expect(wrong.status).toBe(409)
  expect(await wrong.text()).toContain('vervoer en minuten staan niet in de eerste rij')
  expect((await take('van;naar;vervoer;minuten\n3011;3012;fiets;14\n3012;3011;fiets;15')).status).toBe(303)
  expect((await visit(site, paths.organisation.settings())).html).toContain('We kennen 2 reistijden')
})

test('a coordinator writes down what there is at her home and that nobody may find it, and reads it back', async () => {
  const { trajectoryId } = await castWoman(world, { given: 'Semira', languages: ['nl'] })
  const site = siteOf(coordinator)
  const at = paths.match.wishes(trajectoryId)
  const formOn = (html: string) => fieldsOn(html.slice(html.indexOf('<main')))
  const form = formOn((await visit(site, at)).html)
  form.set('home.pets', 'yes')
  form.set('home.stairs', 'no')
  form.set('reads.0', 'ar')
  expect((await visit(site, at, form)).headers.get('location')).toContain(paths.match.one(trajectoryId))
  const again = (await visit(site, at)).html
  const kept = formOn(again)
  expect([
    kept.get('home.pets'),
    kept.get('home.stairs'),
    kept.get('home.smoking'),
    kept.get('reads.0'),
  ]).toEqual(['yes', 'no', null, 'ar'])
  const home = paths.match.home(trajectoryId)
  await visit(site, home, filled(again, home, {}))
  expect((await visit(site, at)).html).toContain('Haar adres is geheim. Bij het zoeken')
  const workbench = (await visit(site, paths.match.one(trajectoryId))).html
  expect(workbench).toContain('Geheim, in de streek')
  expect(workbench).toContain('Huisdieren')
})

test('a worker reads what is looked at, says how she travels, and keeps her district to herself', async () => {
  const workerId = await castWorker(world, { given: 'Ans' })
  const site = siteOf(await world.memberForWorker(workerId))
  const mine = paths.worker.mine()
  const html = (await visit(site, mine)).html
  expect(html).toContain('Wat je deelt, kies je zelf')
  expect(html).toContain('In welke wijk je woont en hoe je reist, nooit je adres')
  await visit(site, mine, filled(html, mine, { travels: 'bike' }))
  const again = (await visit(site, mine)).html
  expect(formIn(again, mine).get('travels')).toBe('bike')
  await visit(site, paths.worker.ownHome(), filled(again, paths.worker.ownHome(), {}))
  expect((await visit(site, mine)).html).toContain('Je adres is geheim')
  expect((await visit(siteOf(coordinator), paths.worker.list())).html).toContain('0 van 2')
})
