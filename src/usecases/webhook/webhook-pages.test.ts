import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { webhookRoutes } from '#pages/webhook/webhooks-page.tsx'
import { fieldsOn } from '#testing/html.ts'
import { staffSite } from '#testing/staff-site.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { listWebhooks } from '#usecases/webhook/list-webhooks.ts'
import { settleDelivery } from '#usecases/webhook/settle-delivery.ts'
import { takeDueDelivery } from '#usecases/webhook/take-due-delivery.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let administrator: MemberActor
let site: ReturnType<typeof staffSite>
beforeAll(async () => {
  world = await openWorld()
  administrator = await world.member(['administrator'])
  site = staffSite(webhookRoutes, world, administrator)
  await makeService(world.context, administrator, { name: 'Praktijk De Ooievaar', scopes: ['referral.read'] })
  await makeService(world.context, administrator, { name: 'Alleen sturen', scopes: ['referral.create'] })
})
afterAll(() => world.close())

const get = async (path: string) => (await site.request(path)).text()
async function send(path: string, more: Record<string, string>) {
  const html = await get(path)
  const form =
    [...html.matchAll(/<form[\s\S]*?<\/form>/g)].find(([one]) => one.includes('name="key"'))?.[0] ?? ''
  const body = fieldsOn(form)
  for (const [name, value] of Object.entries(more)) body.set(name, value)
  const answer = await site.request(path, { method: 'POST', body })
  return { status: answer.status, html: await answer.text(), body, to: answer.headers.get('location') }
}
const secretOn = (html: string) => /<code[^>]*>(whsec_[^<]+)<\/code>/.exec(html)?.[1]
const outbox = () => ({ kind: 'system', orgId: world.orgId, job: 'webhooks' }) as const

describe('the page of webhooks', () => {
  test('offers systems that may ask, and no other', async () => {
    const html = await get('/webhooks')
    expect(html).toContain('Praktijk De Ooievaar')
    expect(html).not.toContain('Alleen sturen')
  })
  test('keeps a wrong address with the reason beside it', async () => {
    const { status, html } = await send('/webhooks', { address: 'http://systeem.example.nl/x' })
    expect(status).toBe(422)
    expect(html).toContain('value="http://systeem.example.nl/x"')
    expect(html).toContain('Het adres moet met https:// beginnen')
  })
  test('shows a secret once, the same for a form that is sent twice, and never in the list', async () => {
    const { status, html, body } = await send('/webhooks', { address: 'https://systeem.example.nl/naast' })
    expect(status).toBe(200)
    const secret = secretOn(html)
    expect(secret).toMatch(/^whsec_/)
    const again = await (await site.request('/webhooks', { method: 'POST', body })).text()
    expect(secretOn(again)).toBe(secret)
    expect(await listWebhooks(world.context, administrator, {})).toHaveLength(1)
    const list = await get('/webhooks')
    expect(list).not.toContain('whsec_')
    expect(list).toContain('https://systeem.example.nl/naast')
  })
})

describe('the page of one webhook', () => {
  let path = ''
  beforeAll(async () => {
    const [one] = await listWebhooks(world.context, administrator, {})
    path = `/webhooks/${one?.id}`
  })
  test('sends a test and shows what came of it: the status, when and how often; not what was answered', async () => {
    expect((await send(path, { step: 'test' })).to).toContain(path)
    expect(await get(path)).toContain('Wacht')
    expect((await send(path, { step: 'test' })).status).toBe(409)
    const webhookId = path.split('/')[2] ?? ''
    const { taken } = await takeDueDelivery(world.context, outbox(), { webhookId })
    if (!taken) throw new Error('nothing taken')
    await settleDelivery(world.context, outbox(), { id: taken.id, attempt: 1, result: { status: 503 } })
    const html = await get(path)
    for (const shown of ['Proefbericht', '503', '1 van 10 keer', 'opnieuw', taken.id])
      expect(html).toContain(shown)
    expect(html).not.toContain('whsec_')
    expect(await get('/webhooks')).toContain('Niet aangekomen, 3 november 2026')
  })
  test('pauses it and turns it on again', async () => {
    await send(path, { step: 'pause' })
    expect(await get(path)).toContain('Gepauzeerd sinds 3 november 2026')
    await send(path, { step: 'resume' })
    expect(await get(path)).not.toContain('Gepauzeerd')
    expect((await send(path, { step: 'ontploffen' })).status).toBe(422)
  })
  test('replaces its secret, offering two weeks', async () => {
    expect(await get(`${path}/secret`)).toContain('value="17-11-2026"')
    const { html, body } = await send(`${path}/secret`, {})
    const again = await (await site.request(`${path}/secret`, { method: 'POST', body })).text()
    expect(secretOn(html)).toMatch(/^whsec_/)
    expect(secretOn(again)).toBe(secretOn(html))
    expect(await get(path)).toContain('Tot en met 17 november 2026 tekenen we ook nog met het oude geheim')
    expect((await send(`${path}/secret`, {})).status).toBe(409)
    expect((await send(`${path}/secret`, { oldUntil: 'gisteren' })).status).toBe(422)
  })
  test('ends it, after asking', async () => {
    expect(await get(`${path}/end`)).toContain('Deze webhook beëindigen?')
    expect((await send(`${path}/end`, {})).status).toBe(303)
    const html = await get(path)
    expect(html).toContain('Beëindigd op 3 november 2026')
    expect(html).not.toContain('Pauzeer')
    expect((await send(`${path}/end`, {})).status).toBe(409)
  })
  test('that does not exist is not there', async () => {
    for (const one of ['', '/secret', '/end'])
      expect((await site.request(`/webhooks/${world.context.newId()}${one}`)).status).toBe(404)
  })
})
