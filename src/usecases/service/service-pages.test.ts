import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serviceRoutes } from '#pages/service/service-page.tsx'
import { staffSite } from '#testing/staff-site.ts'
import { createService } from '#usecases/service/create-service.ts'
import { serviceByKey } from '#usecases/service/recognise-service.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let site: ReturnType<typeof staffSite>
let made: { serviceId: string; key: string }
beforeAll(async () => {
  world = await openWorld()
  const administrator = await world.member(['administrator'])
  site = staffSite(serviceRoutes, world, administrator)
  made = await createService(world.context, administrator, {
    name: 'Praktijk De Ooievaar',
    scopes: ['referral.create'],
  })
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
