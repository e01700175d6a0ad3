import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { triesOn } from '#domain/webhook/after-delivery.ts'
import { programmes } from '#programmes/registry.ts'
import { withoutIds } from '#testing/without-ids.ts'
import { listAccess } from '#usecases/audit/list-access.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { makeWebhook } from '#usecases/webhook/give-secret.ts'
import { readWebhook } from '#usecases/webhook/read-webhook.ts'
import { testWebhook } from '#usecases/webhook/test-webhook.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'
import { eventPoster, type PostEvent } from './post-event.ts'
import { reachableFrom } from './reachable.ts'
import { sendDueEvents } from './send-events.ts'

let world: World
let administrator: MemberActor
let coordinator: MemberActor
let received: { id: string; body: string; signature: string; timestamp: string }[] = []
let server: http.Server
/** What the other system answers to its n-th event; `null` breaks the line. */
let answers: (time: number) => number | null = () => 204

beforeAll(async () => {
  world = await openWorld()
  administrator = await world.member(['administrator'])
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  received = []
  answers = () => 204
  server = http.createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk
    })
    request.on('end', () => {
      received.push({
        id: String(request.headers['webhook-id']),
        signature: String(request.headers['webhook-signature']),
        timestamp: String(request.headers['webhook-timestamp']),
        body,
      })
      const status = answers(received.length)
      if (status === null) request.socket.destroy()
      else response.writeHead(status).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await world.owner.query('delete from webhook_delivery')
  await world.owner.query('delete from webhook')
  await world.owner.query(`delete from task where kind = 'webhook'`)
})
afterAll(() => world.close())

const here = (): PostEvent =>
  eventPoster({
    site: 'https://naast.example.nl',
    now: world.context.now,
    reachable: reachableFrom({ outside: false, networks: ['127.0.0.1'] }),
    patience: 2_000,
  })
const round = (post = here()) =>
  sendDueEvents({
    organisations: async () => [world.orgId, world.otherOrgId],
    context: () => world.context,
    post,
  })
const context = () => ({ ...world.context, addresses: { plain: true, near: true } })
const kinds = ['referral.status_changed' as const]
const make = (path = '', port = (server.address() as AddressInfo).port) =>
  makeWebhook(context(), administrator, { address: `http://127.0.0.1:${port}/${path}`, kinds })
const tested = async () => {
  const made = await make()
  await testWebhook(world.context, administrator, { id: made.webhookId })
  return made
}
const shown = async (id: string) => {
  const { deliveries, state } = await readWebhook(world.context, administrator, { id })
  return { webhook: state, ...deliveries[0] }
}
const later = (moment: string) => world.turnTo(moment)
const tasks = async () =>
  (await world.owner.query(`select reason_code from task where kind = 'webhook' order by id`)).rows.map(
    ({ reason_code }) => reason_code,
  )

let made = 0
/** A midwife's system sends a woman, whom a coordinator takes on: that is news for it. */
async function changedReferral(): Promise<string> {
  const { serviceId } = await makeService(world.context, administrator, {
    name: `Systeem ${++made}`,
    scopes: ['referral.create', 'referral.read'],
  })
  const programmeId = programmes[0]?.id ?? ''
  const { referralId } = await submitReferral(
    world.context,
    { kind: 'service', orgId: world.orgId, serviceId, scopes: ['referral.create', 'referral.read'] },
    {
      channel: 'fhir',
      submission: {
        programmeId,
        mother: {
          name: { given: 'Kanarina', family: 'Kanariebos' },
          phone: '+31612345678',
          email: 'kanarie@post.example.nl',
          birthDay: '2001-04-05',
        },
        child: { bornOn: '2026-09-20', firstChild: 'yes' },
        agreed: true,
      },
    },
  )
  await acceptReferral(world.context, coordinator, { id: referralId, version: 1, programmeId })
  return referralId
}

describe('what changed', () => {
  test('is told once, signed, and without a word about her', async () => {
    const { webhookId, secret } = await make()
    const referralId = await changedReferral()
    await round()
    await round()
    expect(received).toHaveLength(1)
    const [{ id, body, signature, timestamp } = { id: '', body: '', signature: '', timestamp: '' }] = received
    expect(JSON.parse(body)).toEqual({
      type: 'referral.status_changed',
      id,
      timestamp: '2026-11-03T08:00:00Z',
      data: { id: referralId, link: `https://naast.example.nl/api/v1/referrals/${referralId}` },
    })
    expect(withoutIds(body)).not.toMatch(/kanari|1234|2001|progress|waterrijk/i)
    const expected = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64')
    expect(signature).toBe(`v1,${expected}`)
    expect(await shown(webhookId)).toMatchObject({ state: 'sent', attempts: 1, status: 204, id })
  })
  test('is told each webhook by itself; one that fails keeps none waiting', async () => {
    const dead = await make('dood', 1)
    const alive = await make()
    await changedReferral()
    await changedReferral()
    await round()
    expect(received).toHaveLength(2)
    expect(await shown(alive.webhookId)).toMatchObject({ state: 'sent' })
    const { deliveries } = await readWebhook(world.context, administrator, { id: dead.webhookId })
    // Left alone after the first that it didn't take.
    expect(deliveries.map(({ attempts, failure }) => [attempts, failure])).toEqual([
      [0, null],
      [1, 'no-connection'],
    ])
  })
})

describe('another system that', () => {
  test('fails, breaks off or points elsewhere is told again, later and later, under the same id', async () => {
    const told = [500, null, 307, 200]
    answers = (time) => told[time - 1] as number | null
    const { webhookId } = await tested()
    await round()
    expect(await shown(webhookId)).toMatchObject({ state: 'pending', attempts: 1, status: 500 })
    await round()
    expect(received).toHaveLength(1)
    later('2026-11-03T09:01:00')
    await round()
    expect(await shown(webhookId)).toMatchObject({ state: 'pending', status: null, failure: 'no-connection' })
    later('2026-11-03T09:03:00')
    await round()
    expect(received).toHaveLength(2)
    later('2026-11-03T09:06:00')
    await round()
    expect(await shown(webhookId)).toMatchObject({
      state: 'pending',
      attempts: 3,
      status: 307,
      failure: null,
    })
    later('2026-11-03T09:36:00')
    await round()
    expect(await shown(webhookId)).toMatchObject({ state: 'sent', attempts: 4, status: 200 })
    expect(new Set(received.map(({ id }) => id)).size).toBe(1)
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
    // Each try has its own moment, so that an old one can't be played back.
    expect(new Set(received.map(({ timestamp }) => timestamp)).size).toBe(4)
    expect(await tasks()).toEqual([])
  })
  test('never takes it is given up, and one person hears of it, once', async () => {
    answers = () => 500
    const { webhookId } = await tested()
    await testWebhookAgain(webhookId)
    let now = Temporal.ZonedDateTime.from(testMorning)
    const most = triesOn(now.toPlainDate())
    for (let time = 0; time < most * 2 + 2; time += 1) {
      await round()
      now = now.add({ days: 2 })
      later(now.toString())
    }
    expect(received).toHaveLength(most * 2)
    expect(await shown(webhookId)).toMatchObject({ webhook: 'live', state: 'failed', attempts: most })
    expect(await tasks()).toEqual(['webhook-given-up'])
  })
  test('says that nobody is there any more is told nothing more', async () => {
    answers = () => 410
    const { webhookId } = await tested()
    await changedReferral()
    await round()
    await round()
    expect(received).toHaveLength(1)
    const { deliveries, state, endedCode } = await readWebhook(world.context, administrator, {
      id: webhookId,
    })
    expect([state, endedCode]).toEqual(['ended', 'gone'])
    expect(deliveries.map((one) => one.state).sort()).toEqual(['failed', 'refused'])
    expect(await tasks()).toEqual(['webhook-gone'])
  })
  test('is inside our walls is told nothing', async () => {
    const { webhookId } = await tested()
    await round(
      eventPoster({
        site: 'https://naast.example.nl',
        now: world.context.now,
        reachable: reachableFrom({ outside: true, networks: [] }),
      }),
    )
    expect(received).toEqual([])
    expect(await shown(webhookId)).toMatchObject({ state: 'pending', failure: 'network-refused' })
  })
})

/** A second one, while the first was tried already. */
async function testWebhookAgain(id: string): Promise<void> {
  await world.owner.query(`update webhook_delivery set attempts = 1 where webhook_id = $1`, [id])
  await testWebhook(world.context, administrator, { id })
  await world.owner.query(`update webhook_delivery set attempts = 0 where webhook_id = $1`, [id])
}

describe('a process that dies', () => {
  const dying: PostEvent = async (event) => {
    await here()(event)
    throw new Error('killed')
  }
  test('after it told leads to telling again, under the same id', async () => {
    const { webhookId } = await tested()
    await expect(round(dying)).rejects.toThrow('killed')
    await round()
    expect(received).toHaveLength(1)
    later('2026-11-03T09:06:00')
    await round()
    later('2026-11-03T09:10:00')
    await round()
    expect(received).toHaveLength(2)
    expect(new Set(received.map(({ id }) => id)).size).toBe(1)
    expect(await shown(webhookId)).toMatchObject({ state: 'sent', attempts: 2 })
  })
})

test('many processes at once tell each event once', async () => {
  await make()
  for (let at = 0; at < 5; at += 1) await changedReferral()
  await Promise.all([round(), round(), round()])
  await round()
  expect(new Set(received.map(({ id }) => id)).size).toBe(5)
  expect(received).toHaveLength(5)
})

test('each try stands in the access log', async () => {
  await tested()
  await round()
  const officer = await world.member(['privacy_officer'])
  const { lines } = await listAccess(world.context, officer, {})
  expect(lines.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['take-due-delivery', 'settle-delivery']),
  )
})
