import { afterAll, beforeAll, expect, test } from 'vitest'
import { besideGroupRoutes } from '#pages/aligned-offer/beside-group.tsx'
import { myOffersRoutes } from '#pages/aligned-offer/my-offers.tsx'
import { oneOfferRoutes } from '#pages/aligned-offer/one-offer.tsx'
import { compositionRoutes } from '#pages/group-composition/composition-page.tsx'
import { compositionWomanRoutes } from '#pages/group-composition/composition-woman.tsx'
import { compositionsRoutes } from '#pages/group-composition/compositions-page.tsx'
import { groupOfferRoutes } from '#pages/group-composition/group-offer.tsx'
import { paths } from '#pages/paths.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { whoCanCome } from '#testing/composed.ts'
import { facilitator, openTestGroup } from '#testing/group.ts'
import { visit } from '#testing/public-site.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { readGroup } from '#usecases/group/read-group.ts'

let world: World
beforeAll(async () => {
  world = await openWorld([evtGroup])
})
afterAll(() => world.close())

const routes = [
  ...compositionsRoutes,
  ...compositionRoutes,
  ...compositionWomanRoutes,
  ...groupOfferRoutes,
  ...besideGroupRoutes,
  ...oneOfferRoutes,
  ...myOffersRoutes,
]
const sent = (fields: Record<string, string>) => new URLSearchParams(fields)
const versionOn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

test('a coordinator proposes, reads why, decides by hand, and accepts; without script', async () => {
  const group = await openTestGroup(world)
  const women = []
  for (let at = 0; at < 6; at++)
    women.push(await whoCanCome(world, group.coordinator, `Vrouw${at}`, { street: `Laan${at}` }))
  const evening = await whoCanCome(world, group.coordinator, 'Avondvrouw', { slots: ['tue_evening'] })
  const site = staffSite(routes, world, group.coordinator)

  // What the group offers: half of it is wrong, and what was typed stays.
  const offer = paths.group.offer(group.groupId)
  const version = versionOn((await visit(site, offer)).html)
  const wrong = await visit(site, offer, sent({ version, 'languages.0': 'nl', seats: '40' }))
  expect(wrong.html).toContain('Zoveel plaatsen laat het programma niet toe.')
  expect(wrong.html).toContain('value="40"')
  await visit(site, offer, sent({ version, 'languages.0': 'nl', seats: '10' }))

  expect((await visit(site, paths.composition.list())).html).toContain('Maak een voorstel')
  const opened = await visit(site, paths.composition.list(), sent({ programmeId: evtGroup.id }))
  const one = (opened.headers.get('location') ?? '').split('?')[0] ?? ''
  const page = (await visit(site, one)).html
  expect(page).toContain('6 van de 7 vrouwen hebben een plaats')
  expect(page).toContain('bewezen het beste')
  expect(page).toContain('Zij kan niet op die tijd')

  const id = one.split('/').at(-1) ?? ''
  const hers = paths.composition.woman(id, evening.trajectoryId)
  const woman = (await visit(site, hers)).html
  expect(woman).toContain('Avondvrouw')
  const whatIf = (await visit(site, hers, sent({ kind: 'what-if' }))).html
  expect(whatIf).toContain('Ook als zij vóór iedereen ging, kreeg zij geen plaats.')
  const put = { version: versionOn(woman), kind: 'put', groupId: group.groupId }
  expect((await visit(site, hers, sent(put))).html).toContain('Er klopt iets niet')
  expect((await visit(site, hers, sent({ ...put, reason: 'other' }))).html).toContain(
    'Zij kan niet veilig op die tijd.',
  )
  const out = paths.composition.woman(id, women[0]?.trajectoryId ?? '')
  await visit(site, out, sent({ ...put, groupId: '', reason: 'her_wish' }))
  const after = (await visit(site, one)).html
  expect(after).toContain('Nog 1 vrouw nodig')
  expect(after).toContain('deze keer in geen groep (zij wil het zo)')
  const moveId = /name="moveId" value="([^"]+)"/.exec(after)?.[1] ?? ''
  await visit(site, one, sent({ deed: 'undo', version: versionOn(after), moveId }))
  expect((await visit(site, one, sent({ deed: 'nothing', version: '1' }))).html).toContain(
    'Er klopt iets niet',
  )
  await visit(site, one, sent({ deed: 'again', version: versionOn((await visit(site, one)).html) }))
  const anew = (await visit(site, one)).html
  const form = sent({ deed: 'accept', version: versionOn(anew) })
  for (const [, value] of anew.matchAll(/name="seat" value="([^"]+)"/g)) form.append('seat', value ?? '')
  expect(form.getAll('seat')).toHaveLength(6)
  const accepted = await visit(site, one, form)
  expect(accepted.headers.get('location')).toContain(one)
  expect((await visit(site, one)).html).toContain('6 vrouwen werden kandidaat.')
  expect((await readGroup(world.context, group.coordinator, { id: group.groupId })).places).toHaveLength(6)
}, 60_000)

test('what stands beside a group is planned and changed on pages; who leads it reads only that', async () => {
  const group = await openTestGroup(world)
  const his = await facilitator(world, 'Karel')
  const site = staffSite(routes, world, group.coordinator)
  const beside = paths.group.beside(group.groupId)
  const typed = {
    offer: 'men',
    title: 'Dinsdagavond',
    location: 'Wijkhuis',
    staffIds: his.workerId ?? '',
    firstOn: '3-11-2026',
    at: '9:30',
    count: '3',
    cadenceDays: '7',
    minutes: '120',
  }
  expect((await visit(site, beside)).html).toContain('Naast deze groep staat nog niets.')
  const clash = (await visit(site, beside, sent(typed))).html
  expect(clash).toContain('van een van beide is het adres niet bekend')
  expect(clash).toContain('value="Dinsdagavond"')
  expect((await visit(site, beside, sent({ ...typed, 'door.postcode': '30' }))).html).toContain(
    'Er klopt iets niet',
  )
  await visit(site, beside, sent({ ...typed, at: '19:30' }))
  const listed = (await visit(site, beside)).html
  const one = new RegExp(`${beside}/[0-9a-f-]{36}`).exec(listed)?.[0] ?? ''
  const page = (await visit(site, one)).html
  expect(page).toContain('Dinsdagavond')
  const move = { deed: 'move', version: versionOn(page), number: '1' }
  expect((await visit(site, one, sent({ ...move, on: '3-11-2026', at: '10:00' }))).html).toContain(
    'van een van beide is het adres niet bekend',
  )
  await visit(site, one, sent({ ...move, on: '4-11-2026', at: '19:00' }))
  const mine = (await visit(staffSite(routes, world, his), paths.aligned.mine())).html
  expect(mine).toContain('Dinsdagavond')
  expect(mine).not.toContain(group.groupId)
  await visit(site, one, sent({ deed: 'stop', version: versionOn((await visit(site, one)).html) }))
  expect((await visit(site, beside)).html).toContain('Naast deze groep staat nog niets.')
}, 60_000)
