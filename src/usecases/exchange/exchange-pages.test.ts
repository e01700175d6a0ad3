import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { mim } from '#programmes/mim.ts'
import { castWoman, castWorker } from '#testing/cast.ts'
import { fieldsOn } from '#testing/html.ts'
import { formIn, staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { recordAround } from '#usecases/around/record-around.ts'
import { checkCollisions } from '#usecases/collision/check-collisions.ts'
import { listCollisions } from '#usecases/collision/list-collisions.ts'
import { exportExchange } from '#usecases/exchange/export-exchange.ts'
import { tendExchange } from '#usecases/exchange/tend-exchange.ts'

let world: World
beforeAll(async () => {
  world = await openWorld([mim])
})
afterAll(() => world.close())

const siteOf = (who: MemberActor) => staffSite(routes, { orgId: who.orgId, context: world.context }, who)
const html = async (who: MemberActor, path: string) => (await siteOf(who).request(path)).text()
const send = async (who: MemberActor, path: string, body: URLSearchParams | FormData) =>
  siteOf(who).request(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
/** What the page's own form would send: searching and signing out stand above it. */
const onPage = (page: string) => fieldsOn(page.slice(page.lastIndexOf('<form')))
const tend = async (orgId: string) => {
  while ((await checkCollisions(world.context, { kind: 'system', orgId, job: 'test' }, {})).more);
  while ((await tendExchange(world.context, { kind: 'system', orgId, job: 'test' }, {})).more);
}
const terms = (more: Record<string, string>) =>
  Object.entries({ organisation: 'De Overkant', ground: 'Om te kijken', until: '1-11-2027', ...more })

test('an agreement goes from the one lead to the other by a code and a file, and nothing that was typed is lost', async () => {
  const here = await world.member(['safeguarding_lead'])
  const second = await world.member(['privacy_officer'])
  const there = await world.member(['safeguarding_lead'], world.otherOrgId)
  const thereSecond = await world.member(['programme_manager'], world.otherOrgId)

  const offer = onPage(await html(here, paths.exchange.offer()))
  for (const [name, value] of terms({ until: '31-2-2027' })) offer.set(name, value)
  const wrong = await send(here, paths.exchange.offer(), offer)
  expect(wrong.status).toBe(422)
  const again = await wrong.text()
  for (const words of ['De Overkant', 'Om te kijken', '31-2-2027', 'error-way'])
    expect(again).toContain(words)
  offer.set('way', 'file')
  expect((await send(here, paths.exchange.offer(), offer)).status).toBe(422)
  offer.set('until', '1-11-2027')
  const made = await (await send(here, paths.exchange.offer(), offer)).text()
  const code = /<code[^>]*>([^<]+)</.exec(made)?.[1] ?? ''
  expect(code).toMatch(/^(\w{4} ){13}\w{4}$/)
  // The same form once more, by an impatient finger: the same agreement and the same code.
  expect(await (await send(here, paths.exchange.offer(), offer)).text()).toContain(code)
  const list = await html(here, paths.exchange.list())
  expect(list.match(/De Overkant/g)).toHaveLength(1)
  expect(list).not.toContain(code)
  const path = new RegExp(`"(${paths.exchange.list()}/[0-9a-f-]{36})"`).exec(list)?.[1] ?? ''

  const answer = onPage(await html(there, paths.exchange.answer()))
  for (const [name, value] of terms({ organisation: 'Waterrijk', code: `${code}A` })) answer.set(name, value)
  const slipped = await send(there, paths.exchange.answer(), answer)
  expect(slipped.status).toBe(422)
  expect(await slipped.text()).toContain('error-code')
  answer.set('code', code.toLowerCase())
  expect((await send(there, paths.exchange.answer(), answer)).status).toBe(303)

  // Who began it sees no form to agree with; the second does, and is told on her list.
  expect(await html(here, path)).not.toContain('value="confirm"')
  expect(await html(second, paths.today())).toContain(path)
  for (const who of [second, thereSecond]) {
    const form = formIn(await html(who, path), path)
    form.set('step', 'confirm')
    expect((await send(who, path, form)).status).toBe(303)
  }
  await castWorker(world, { given: 'Ferhat', family: 'Demirtaş' }, { orgId: world.otherOrgId, ready: false })
  await tend(world.orgId)
  await tend(world.otherOrgId)

  const id = path.slice(path.lastIndexOf('/') + 1)
  const file = await siteOf(there).request(paths.exchange.ownFile(id))
  expect(file.headers.get('content-disposition')).toMatch(/attachment/)
  const text = await file.text()
  const upload = async (body: string | null) => {
    const form = new FormData()
    for (const [name, value] of onPage(await html(here, paths.exchange.file(id)))) form.set(name, value)
    if (body !== null) form.set('file', new File([body], 'kaarten.txt', { type: 'text/plain' }))
    else form.delete('file')
    return send(here, paths.exchange.file(id), form)
  }
  expect((await upload(null)).status).toBe(422)
  const broken = await upload(text.replace(/A/g, 'B'))
  expect(broken.status).toBe(409)
  expect(await broken.text()).toMatch(/Er is niets ingelezen/)
  expect((await upload(text)).status).toBe(303)

  const coordinator = await world.member(['coordinator'])
  const { trajectoryId } = await castWoman(world, { given: 'Hafsa', family: 'Raak' }, { programmeId: mim.id })
  const told = { relation: 'ex_partner' as const, names: ['Ferhad Demirtas'] }
  await recordAround(world.context, coordinator, { trajectoryId, told })
  await tend(world.orgId)
  const { open } = await listCollisions(world.context, here, {})
  const found = paths.collision.one(open[0]?.id ?? '')
  const page = await html(here, found)
  for (const words of ['Bel de aandachtsfunctionaris van De Overkant', 'Hafsa Raak', 'Het gesprek loopt nog'])
    expect(page).toContain(words)
  expect(page).not.toContain('Demirtaş')
  expect(await html(here, paths.collision.list())).toContain('iemand die De Overkant kent')
  expect(/<title>([^<]*)</.exec(page)?.[1]).not.toMatch(/Overkant|Hafsa/)
  expect(await html(here, paths.today())).toContain(found)
  expect((await siteOf(second).request(found)).status).toBe(404)

  // Ended: there is nothing left to fetch, and nothing more to do.
  const end = formIn(await html(here, path), path)
  end.set('step', 'end')
  expect((await send(here, path, end)).status).toBe(303)
  expect(await html(here, path)).not.toContain('name="step"')
  await expect(exportExchange(world.context, here, { id })).rejects.toMatchObject({
    code: 'exchange-not-now',
  })
})
