import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceRoutes } from '#pages/service/service-page.tsx'
import { fieldsOn } from '#testing/html.ts'
import { staffSite } from '#testing/staff-site.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { serviceByKey } from '#usecases/service/recognise-service.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let site: ReturnType<typeof staffSite>
let made: { serviceId: string; key: string }
let make: (name: string) => Promise<typeof made>
beforeAll(async () => {
  world = await openWorld()
  const administrator = await world.member(['administrator'])
  site = staffSite(serviceRoutes, world, administrator)
  make = (name) => makeService(world.context, administrator, { name, scopes: ['referral.create'] })
  made = await make('Praktijk De Ooievaar')
})
afterAll(() => world.close())

const address = () => `/services/${made.serviceId}/key`
const send = async (oldUntil: string) => {
  const answer = await site.request(address(), {
    method: 'POST',
    body: new URLSearchParams({ oldUntil, key: world.context.newId() }),
  })
  return { status: answer.status, html: await answer.text() }
}
const opens = async (key: string) =>
  (await serviceByKey(world.context, `Bearer ${key}`, 'referral.create')) !== null

describe('the page that replaces a key', () => {
  test('offers two weeks for the change', async () => {
    const html = await (await site.request(address())).text()
    expect(html).toContain('value="17-11-2026"')
    expect(html).toContain('Praktijk De Ooievaar')
    expect((await site.request(`/services/${world.context.newId()}/key`)).status).toBe(404)
  })
  test.each([['gisteren niet'], ['2-11-2026']])('keeps what was typed if it can’t be: %s', async (typed) => {
    const { status, html } = await send(typed)
    expect(status).toBe(422)
    expect(html).toContain(`value="${typed}"`)
    expect(await opens(made.key)).toBe(true)
  })
  test('shows the new key once, and the list what goes on beside it', async () => {
    const { status, html } = await send('10 november 2026')
    expect(status).toBe(200)
    const key = /<code>(naast_[^<]+)<\/code>/.exec(html)?.[1] ?? ''
    expect(await opens(key)).toBe(true)
    expect(await opens(made.key)).toBe(true)
    const list = await (await site.request('/services')).text()
    expect(list).not.toContain(key)
    expect(list).toContain('Oude sleutel werkt tot en met 10 november 2026')
    const again = await send('12 november 2026')
    expect(again.status).toBe(409)
    expect(again.html).toContain('wisselt al van sleutel')
  })
})

describe('a form that gives a key, sent twice', () => {
  const form = async (path: string, more: Record<string, string>) => {
    const html = await (await site.request(path)).text()
    const sent = fieldsOn(html.slice(html.lastIndexOf('<form')))
    for (const [name, value] of Object.entries(more)) sent.set(name, value)
    return sent
  }
  const answers = async (path: string, body: URLSearchParams, times: number) => {
    const all = await Promise.all(
      Array.from({ length: times }, () => site.request(path, { method: 'POST', body })),
    )
    const html = await Promise.all(all.map((answer) => answer.text()))
    return html.map((one) => /<code>(naast_[^<]+)<\/code>/.exec(one)?.[1])
  }
  const count = async (name: string) =>
    (await world.owner.query('select count(*)::int as n from service where name = $1', [name])).rows[0].n

  test('is one system with one key, whichever answer is read', async () => {
    const body = await form('/services', { name: 'Dubbelklik' })
    const [first, ...others] = [
      ...(await answers('/services', body, 4)),
      ...(await answers('/services', body, 1)),
    ]
    expect(await opens(first ?? '')).toBe(true)
    expect(new Set(others)).toEqual(new Set([first]))
    expect(await count('Dubbelklik')).toBe(1)
  })
  test('replaces a key once', async () => {
    const { serviceId, key: old } = await make('Wisselt')
    const path = `/services/${serviceId}/key`
    const body = await form(path, { oldUntil: '10-11-2026' })
    const keys = await answers(path, body, 3)
    expect(new Set(keys).size).toBe(1)
    expect([await opens(old), await opens(keys[0] ?? '')]).toEqual([true, true])
  })
  test('keeps neither the key nor what it is made of', async () => {
    const body = await form('/services', { name: 'Nergens bewaard' })
    const [key = ''] = await answers('/services', body, 1)
    for (const table of ['service', 'idempotency', 'audit_event']) {
      const { rows } = await world.owner.query(`select t::text as row from ${table} t`)
      for (const { row } of rows)
        for (const secret of [body.get('once'), key.slice(-43)]) expect(row).not.toContain(secret)
    }
  })
  test('with something else in it is no second key, and says so', async () => {
    const body = await form('/services', { name: 'Eerst dit' })
    await answers('/services', body, 1)
    body.set('name', 'Toen dat')
    const answer = await site.request('/services', { method: 'POST', body })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Toen dat')
    expect(await count('Toen dat')).toBe(0)
  })
  test('with something else where its secret should be still gives a key', async () => {
    const body = await form('/services', { name: 'Vreemd', once: 'abc' })
    const [key] = await answers('/services', body, 1)
    expect(await opens(key ?? '')).toBe(true)
  })
})
