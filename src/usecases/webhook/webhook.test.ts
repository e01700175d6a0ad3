import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor, ServiceActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { type ServiceScope, serviceScopes } from '#domain/service/service-scope.ts'
import { programmes } from '#programmes/registry.ts'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { followReferral } from '#usecases/referral/follow-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { endService } from '#usecases/service/end-service.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { endWebhook } from '#usecases/webhook/end-webhook.ts'
import { findDueWebhooks } from '#usecases/webhook/find-due-webhooks.ts'
import { makeWebhook, replaceSecret } from '#usecases/webhook/give-secret.ts'
import { listWebhooks } from '#usecases/webhook/list-webhooks.ts'
import { pauseWebhook } from '#usecases/webhook/pause-webhook.ts'
import { readWebhook } from '#usecases/webhook/read-webhook.ts'
import { registerWebhook } from '#usecases/webhook/register-webhook.ts'
import { resumeWebhook } from '#usecases/webhook/resume-webhook.ts'
import { rotateWebhook } from '#usecases/webhook/rotate-webhook.ts'
import { settleDelivery } from '#usecases/webhook/settle-delivery.ts'
import { takeDueDelivery } from '#usecases/webhook/take-due-delivery.ts'
import { testWebhook } from '#usecases/webhook/test-webhook.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let administrator: MemberActor
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld()
  administrator = await world.member(['administrator'])
  coordinator = await world.member(['coordinator'])
})
beforeEach(() => world.turnTo('2026-11-03'))
afterEach(() =>
  world.owner.query('delete from webhook_delivery').then(() => world.owner.query('delete from webhook')),
)
afterAll(() => world.close())

let made = 0
async function system(scopes: readonly ServiceScope[] = serviceScopes): Promise<ServiceActor> {
  const { serviceId } = await makeService(world.context, administrator, {
    name: `Systeem ${++made}`,
    scopes: [...scopes],
  })
  return { kind: 'service', orgId: world.orgId, serviceId, scopes: [...scopes] }
}
const programmeId = programmes[0]?.id ?? ''
const send = async (actor: ServiceActor | MemberActor) =>
  (
    await submitReferral(world.context, actor, {
      channel: actor.kind === 'service' ? 'fhir' : 'desk',
      submission: {
        programmeId,
        mother: { name: { given: 'Kanarina', family: 'Kanariebos' }, phone: '+31612345678' },
        child: { bornOn: '2026-09-20', firstChild: 'yes' },
        agreed: true,
      },
    })
  ).referralId
const accept = (id: string) => acceptReferral(world.context, coordinator, { id, version: 1, programmeId })
const turnAway = (id: string) =>
  decideReferral(world.context, coordinator, {
    id,
    version: 1,
    decision: { decision: 'redirect', code: 'neighbourhood_team' },
  })

const address = 'https://systeem.example.nl/geheim-pad'
const kinds = ['referral.status_changed' as const]
const make = (serviceId: string | null = null) =>
  makeWebhook(world.context, administrator, { address, kinds, serviceId })
const outbox = () => ({ kind: 'system', orgId: world.orgId, job: 'webhooks' }) as const
const take = async (webhookId: string) =>
  (await takeDueDelivery(world.context, outbox(), { webhookId })).taken
const settle = (taken: { id: string; attempt: number }, status: number) =>
  settleDelivery(world.context, outbox(), { id: taken.id, attempt: taken.attempt, result: { status } })
const waiting = async (webhookId: string) =>
  (
    await world.owner.query(
      `select referral_id from webhook_delivery where webhook_id = $1 and state = 'pending' order by id`,
      [webhookId],
    )
  ).rows.map(({ referral_id }) => referral_id)
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

describe('a webhook', () => {
  test('is an administrator’s business and nobody else’s', async () => {
    const { webhookId: id } = await make()
    const calls = (member: MemberActor) => [
      () => registerWebhook(world.context, member, { address, kinds, secret }),
      () => rotateWebhook(world.context, member, { id, secret }),
      () => listWebhooks(world.context, member, {}),
      () => readWebhook(world.context, member, { id }),
      () => pauseWebhook(world.context, member, { id }),
      () => resumeWebhook(world.context, member, { id }),
      () => testWebhook(world.context, member, { id }),
      () => endWebhook(world.context, member, { id }),
      () => findDueWebhooks(world.context, member, {}),
      () => takeDueDelivery(world.context, member, { webhookId: id }),
      () => settleDelivery(world.context, member, { id, attempt: 1, result: { status: 200 } }),
    ]
    for (const role of roles) {
      const some = calls(await world.member([role]))
      // Sending is nobody's at all.
      for (const call of role === 'administrator' ? some.slice(-3) : some)
        await expect(call()).rejects.toThrow(Forbidden)
    }
  })
  test('of another organisation does not exist, nor does its key', async () => {
    const { webhookId: id } = await make()
    const { serviceId } = await system()
    const stranger = await world.member(['administrator'], world.otherOrgId)
    expect(await listWebhooks(world.context, stranger, {})).toEqual([])
    for (const call of [readWebhook, pauseWebhook, resumeWebhook, testWebhook, endWebhook])
      await expect(call(world.context, stranger, { id })).rejects.toThrow(NotFound)
    await expect(replaceSecret(world.context, stranger, { id })).rejects.toThrow(NotFound)
    await expect(makeWebhook(world.context, stranger, { address, kinds, serviceId })).rejects.toThrow(
      NotFound,
    )
  })
  test.each([
    ['http://systeem.example.nl', 'webhook-address-not-https'],
    ['https://naam:woord@systeem.example.nl', 'webhook-address-with-password'],
    ['https://10.0.0.8/', 'webhook-address-not-public'],
    ['https://[::1]/', 'webhook-address-not-public'],
    ['https://localhost/', 'webhook-address-not-public'],
    ['zomaar', 'webhook-address-unreadable'],
  ])('has an address outside: %s', async (wrong, code) => {
    await expect(makeWebhook(world.context, administrator, { address: wrong, kinds })).rejects.toMatchObject({
      fields: { address: code },
    })
    expect(await listWebhooks(world.context, administrator, {})).toEqual([])
  })
  test('is told of nothing that its key may not ask', async () => {
    const { serviceId } = await system(['referral.create'])
    await expect(make(serviceId)).rejects.toMatchObject({ code: 'webhook-needs-reading-key' })
    const over = await system()
    await endService(world.context, administrator, { id: over.serviceId })
    await expect(make(over.serviceId)).rejects.toMatchObject({ code: 'webhook-needs-reading-key' })
    await expect(makeWebhook(world.context, administrator, { address, kinds: [] })).rejects.toThrow(Invalid)
  })
  test('is one of ten at most', async () => {
    for (let at = 0; at < 10; at += 1) await make()
    await expect(make()).rejects.toMatchObject({ code: 'webhook-too-many' })
    const [first] = await listWebhooks(world.context, administrator, {})
    await endWebhook(world.context, administrator, { id: first?.id ?? '' })
    await make()
  })
  test('is one, with one secret, however often its form is sent', async () => {
    const form = { key: world.context.newId(), once: world.context.newSecret() }
    const all = await Promise.all(
      [1, 2, 3].map(() => makeWebhook(world.context, administrator, { address, kinds }, form)),
    )
    expect(new Set(all.map((one) => `${one.webhookId} ${one.secret}`)).size).toBe(1)
    expect(await listWebhooks(world.context, administrator, {})).toHaveLength(1)
    expect((await take(all[0]?.webhookId ?? '')) ?? null).toBeNull()
  })
  test('keeps its address and its secrets sealed, and nothing else of them', async () => {
    const first = await make()
    const second = await replaceSecret(world.context, administrator, {
      id: first.webhookId,
      oldUntil: '2026-11-10',
    })
    for (const table of ['webhook', 'idempotency', 'audit_event', 'webhook_delivery']) {
      const { rows } = await world.owner.query(`select t::text as row from ${table} t`)
      for (const { row } of rows)
        for (const hidden of [first.secret.slice(6), second.secret.slice(6), 'geheim-pad'])
          expect(row).not.toContain(hidden)
    }
  })
  test('signs with both secrets until the chosen day', async () => {
    const first = await make()
    const id = first.webhookId
    const secrets = async () => {
      await testWebhook(world.context, administrator, { id })
      const taken = await take(id)
      if (taken) await settle(taken, 200)
      return taken?.secrets
    }
    expect(await secrets()).toEqual([first.secret])
    const second = await replaceSecret(world.context, administrator, { id, oldUntil: '2026-11-10' })
    expect(await secrets()).toEqual([second.secret, first.secret])
    await expect(
      replaceSecret(world.context, administrator, { id, oldUntil: '2026-11-12' }),
    ).rejects.toMatchObject({ code: 'webhook-changing-already' })
    await expect(
      replaceSecret(world.context, administrator, { id, oldUntil: '2026-11-02' }),
    ).rejects.toMatchObject({ fields: { oldUntil: 'day-in-the-past' } })
    world.turnTo('2026-11-10')
    expect(await secrets()).toHaveLength(2)
    world.turnTo('2026-11-11')
    expect(await secrets()).toEqual([second.secret])
    const third = await replaceSecret(world.context, administrator, { id })
    expect(await secrets()).toEqual([third.secret])
  })
})

describe('an event', () => {
  test('is queued when what its sender may hear changed, and only then', async () => {
    const sender = await system()
    const { webhookId } = await make()
    const referralId = await send(sender)
    expect(await waiting(webhookId)).toEqual([])
    await expect(
      acceptReferral(world.context, coordinator, { id: referralId, version: 9, programmeId }),
    ).rejects.toThrow()
    expect(await waiting(webhookId)).toEqual([])
    const { trajectoryId } = await accept(referralId)
    expect(await waiting(webhookId)).toEqual([referralId])
    const taken = await take(webhookId)
    expect(taken).toMatchObject({ kind: 'referral.status_changed', referralId, attempt: 1, address })
    if (taken) await settle(taken, 204)
    // Nothing that a referrer hears of: the class stays what it was.
    await changeConsent(world.context, coordinator, {
      trajectoryId,
      code: 'C-2',
      state: 'given',
      how: 'spoken',
    })
    expect(await waiting(webhookId)).toEqual([])
    expect(await take(webhookId)).toBeNull()
  })
  test('says no more than asking does: a start without her consent is no news, her consent is', async () => {
    const sender = await system()
    const { webhookId } = await make(sender.serviceId)
    const referralId = await send(sender)
    const { trajectoryId } = await accept(referralId)
    const first = await take(webhookId)
    if (first) await settle(first, 200)
    await world.owner.query(
      `update trajectory set state = 'active', started_on = '2026-11-03' where id = $1`,
      [trajectoryId],
    )
    const consent = (code: 'C-2' | 'C-5', state: 'given' | 'withdrawn') =>
      changeConsent(world.context, coordinator, { trajectoryId, code, state, how: 'spoken' })
    const heard = async () => (await followReferral(world.context, sender, { id: referralId })).status
    await consent('C-2', 'given')
    expect([await heard(), await waiting(webhookId)]).toEqual(['in_progress', []])
    await consent('C-5', 'given')
    expect([await heard(), await waiting(webhookId)]).toEqual(['started', [referralId]])
    const second = await take(webhookId)
    if (second) await settle(second, 200)
    await consent('C-5', 'withdrawn')
    expect([await heard(), await waiting(webhookId)]).toEqual(['in_progress', [referralId]])
  })
  test('goes to the webhooks of whoever sent the referral and of all, and to no other', async () => {
    const [sender, colleague] = [await system(), await system()]
    const [own, others, all] = [await make(sender.serviceId), await make(colleague.serviceId), await make()]
    const elsewhere = await makeWebhook(
      world.context,
      await world.member(['administrator'], world.otherOrgId),
      { address, kinds },
    )
    const referralId = await send(sender)
    await turnAway(referralId)
    await accept(await send(coordinator))
    expect(await waiting(own.webhookId)).toEqual([referralId])
    expect(await waiting(all.webhookId)).toEqual([referralId])
    for (const { webhookId } of [others, elsewhere]) expect(await waiting(webhookId)).toEqual([])
  })
  test('waits once, however often it changes meanwhile', async () => {
    const sender = await system()
    const { webhookId } = await make()
    const referralId = await send(sender)
    const { trajectoryId } = await accept(referralId)
    await world.owner.query(
      `update trajectory set state = 'active', started_on = '2026-11-03' where id = $1`,
      [trajectoryId],
    )
    await changeConsent(world.context, coordinator, {
      trajectoryId,
      code: 'C-5',
      state: 'given',
      how: 'spoken',
    })
    expect(await waiting(webhookId)).toEqual([referralId])
  })
  test('is not about what was sent by a key that was ended, also if that was later', async () => {
    const sender = await system()
    const { webhookId } = await make()
    const [before, after] = [await send(sender), await send(sender)]
    await accept(before)
    await endService(world.context, administrator, { id: sender.serviceId })
    await accept(after)
    expect(await waiting(webhookId)).toEqual([before])
    expect(await takeDueDelivery(world.context, outbox(), { webhookId })).toEqual({
      handled: true,
      taken: null,
    })
    expect(await waiting(webhookId)).toEqual([])
    expect(await take(webhookId)).toBeNull()
  })
  test('of two that change one woman’s answer at once is not lost', async () => {
    const sender = await system()
    const { webhookId } = await make()
    const referralId = await send(sender)
    const { trajectoryId } = await accept(referralId)
    const first = await take(webhookId)
    if (first) await settle(first, 200)
    await world.owner.query(
      `update trajectory set state = 'active', started_on = '2026-11-03' where id = $1`,
      [trajectoryId],
    )
    await Promise.all(
      (['C-5', 'C-2', 'C-7'] as const).map((code) =>
        changeConsent(world.context, coordinator, { trajectoryId, code, state: 'given', how: 'spoken' }),
      ),
    )
    expect(await waiting(webhookId)).toEqual([referralId])
  })
})

describe('a webhook that is', () => {
  test('paused sends nothing, and what waited when it goes on', async () => {
    const { webhookId: id } = await make()
    await pauseWebhook(world.context, administrator, { id })
    await expect(pauseWebhook(world.context, administrator, { id })).rejects.toMatchObject({
      code: 'webhook-paused-already',
    })
    await expect(testWebhook(world.context, administrator, { id })).rejects.toMatchObject({
      code: 'webhook-paused-already',
    })
    const referralId = await send(await system())
    await accept(referralId)
    expect(await findDueWebhooks(world.context, outbox(), {})).toEqual([])
    expect(await take(id)).toBeNull()
    await resumeWebhook(world.context, administrator, { id })
    await expect(resumeWebhook(world.context, administrator, { id })).rejects.toMatchObject({
      code: 'webhook-not-paused',
    })
    expect(await findDueWebhooks(world.context, outbox(), {})).toEqual([id])
    expect(await take(id)).toMatchObject({ referralId })
  })
  test('ended sends nothing any more, and forgets its secrets', async () => {
    const { webhookId: id } = await make()
    const referralId = await send(await system())
    await accept(referralId)
    await endWebhook(world.context, administrator, { id })
    expect(await take(id)).toBeNull()
    expect(await waiting(id)).toEqual([])
    await turnAway(await send(await system()))
    expect(await waiting(id)).toEqual([])
    for (const call of [pauseWebhook, resumeWebhook, testWebhook, endWebhook])
      await expect(call(world.context, administrator, { id })).rejects.toMatchObject({
        code: 'webhook-ended-already',
      })
    await expect(replaceSecret(world.context, administrator, { id })).rejects.toMatchObject({
      code: 'webhook-ended-already',
    })
    expect(await readWebhook(world.context, administrator, { id })).toMatchObject({
      state: 'ended',
      endedCode: 'by_hand',
      address,
      deliveries: [{ state: 'refused', attempts: 0 }],
    })
    const { rows } = await world.owner.query('select secret_sealed from webhook where id = $1', [id])
    expect(rows).toEqual([{ secret_sealed: null }])
  })
})

describe('a delivery', () => {
  test('that was settled already, or taken again, is not settled by a late answer', async () => {
    const { webhookId: id } = await make()
    await testWebhook(world.context, administrator, { id })
    await expect(testWebhook(world.context, administrator, { id })).rejects.toMatchObject({
      code: 'webhook-test-waits',
    })
    const first = await take(id)
    if (!first) throw new Error('nothing taken')
    // Whoever took it died; long after, another takes it.
    world.turnTo('2026-11-03T09:06:00')
    expect(await takeDueDelivery(world.context, outbox(), { webhookId: id })).toEqual({
      handled: true,
      taken: null,
    })
    world.turnTo('2026-11-03T09:08:00')
    const second = await take(id)
    expect(second).toMatchObject({ id: first.id, attempt: 2 })
    expect(await settle(first, 200)).toEqual({ state: 'handing_over' })
    expect(await settle({ id: first.id, attempt: 2 }, 200)).toEqual({ state: 'sent' })
    expect(await settle({ id: first.id, attempt: 2 }, 500)).toEqual({ state: 'sent' })
  })
})
