import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { applyFormRoutes } from '#pages/worker/apply-form.tsx'
import { fieldsOn } from '#testing/html.ts'
import { publicSite, visit } from '#testing/public-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { listWorkers } from '#usecases/worker/list-workers.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

const path = paths.apply('waterrijk')
const site = () => publicSite(applyFormRoutes, world)
const names = async () => (await listWorkers(world.context, coordinator, {})).map(({ name }) => name)

const filled = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    given: 'Fatma',
    phone: '06 10000001',
    'languages.0': 'tr',
    words: 'Omdat ik het zelf zo miste.',
    agreed: 'yes',
    ...more,
  })

test('says what must be in order before she begins, and has a name for no colleague', async () => {
  const { html, status } = await visit(site(), path)
  expect(status).toBe(200)
  expect(html).toContain('Voor je begint, moet dit in orde zijn: VOG')
  expect(html).not.toContain('<script')
  expect((await visit(site(), paths.apply('nergens'))).status).toBe(404)
})
test('keeps what was typed and says at the field what is missing', async () => {
  const { html, status } = await visit(site(), path, filled({ phone: '', given: 'Fátma' }))
  expect(status).toBe(422)
  expect(html).toContain('id="error-phone"')
  expect(html).toContain('value="Fátma"')
  expect((await visit(site(), path, filled({ agreed: '' }))).html).toContain('id="error-agreed"')
  expect((await visit(site(), path, filled({ given: '' }))).html).toContain('id="error-given"')
})
test('says all that is missing at once', async () => {
  const { status, html } = await visit(site(), path, new URLSearchParams({}))
  expect(status).toBe(422)
  for (const field of ['given', 'phone', 'agreed']) expect(html).toContain(`id="error-${field}"`)
})
test('thanks her with a day, and twice the same form is one applicant', async () => {
  const { html } = await visit(site(), path)
  const key = fieldsOn(html).get('key') ?? ''
  const sent = await visit(site(), path, filled({ key }))
  expect(sent.html).toContain('di 10 november')
  expect((await visit(site(), path, filled({ key }))).html).toContain('di 10 november')
  expect((await names()).filter((name) => name === 'Fatma')).toHaveLength(1)
})
test('thanks whatever fills in what nobody sees, and keeps nothing of it', async () => {
  const { html, status } = await visit(site(), path, filled({ given: 'Bot', website: 'https://x.example' }))
  expect(status).toBe(200)
  expect(html).toContain('Dank je wel')
  expect(await names()).not.toContain('Bot')
})
