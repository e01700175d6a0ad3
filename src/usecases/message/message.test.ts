import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { Forbidden } from '#usecases/failure.ts'
import { countDueMessages } from '#usecases/message/count-due-messages.ts'
import { settleMessage } from '#usecases/message/settle-message.ts'
import { takeDueMessages } from '#usecases/message/take-due-messages.ts'
import {
  agreeSafeContact,
  answer,
  outboxOf,
  queueAppointment,
  type ReferredWoman,
  referredWoman,
  referrerAddress,
  tellTestReferrer,
} from '../../../testing/referred-woman.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
let woman: ReferredWoman
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  // Each test begins with an empty outbox.
  await world.owner.query(`update message set state = 'sent' where state in ('pending', 'handing_over')`)
  woman = await referredWoman(world, coordinator)
})
afterAll(() => world.close())

const messages = async () =>
  (await world.owner.query('select * from message where person_id = $1 order by id', [woman.personId])).rows
const tasks = async () =>
  (
    await world.owner.query('select * from task where person_id = $1 and done_at is null order by id', [
      woman.personId,
    ])
  ).rows
let number = 0
const queue = (more: object = {}) => {
  number += 1
  return queueAppointment(world.context, outboxOf(world), {
    personId: woman.personId,
    trajectoryId: woman.trajectoryId,
    dedupeKey: `appointment ${number}`,
    ...more,
  })
}
const senders = { email: 'bericht@post.example.nl', text: '+31600000000' }
const take = async () => (await takeDueMessages(world.context, outboxOf(world), { limit: 50, senders })).taken
const tell = (moment: 'received' | 'started' | 'ended' | 'not_started') =>
  tellTestReferrer(world.context, outboxOf(world), { referralId: woman.referralId, moment })

describe('the outbox', () => {
  test('is nobody’s to take from or settle but Naast’s own', async () => {
    const input = { limit: 1, senders }
    await expect(takeDueMessages(world.context, coordinator, input)).rejects.toThrow(Forbidden)
    await expect(countDueMessages(world.context, coordinator, { channels: [] })).rejects.toThrow(Forbidden)
    const settled = { id: woman.personId, attempt: 1, outcome: 'accepted' as const }
    await expect(settleMessage(world.context, coordinator, settled)).rejects.toThrow(Forbidden)
  })
  test('never gives one organisation’s message to another', async () => {
    await agreeSafeContact(world, coordinator, woman.personId)
    await queue()
    const elsewhere = { kind: 'system', orgId: world.otherOrgId, job: 'outbox' } as const
    expect(await countDueMessages(world.context, elsewhere, { channels: ['email'] })).toBe(0)
    expect(await takeDueMessages(world.context, elsewhere, { limit: 50, senders })).toMatchObject({
      handled: 0,
    })
  })
})

describe('a message to a mother', () => {
  test('without a safe-contact agreement is refused, kept, and becomes a task', async () => {
    expect(await queue()).toMatchObject({ state: 'refused', refusal: 'message-without-agreement' })
    expect(await messages()).toMatchObject([{ state: 'refused', refusal_code: 'message-without-agreement' }])
    expect(await tasks()).toMatchObject([
      { kind: 'message', reason_code: 'message-without-agreement', owner_id: coordinator.memberId },
    ])
    expect(await take()).toEqual([])
  })
  test('leaves within her hours, by a way she chose, in words that say nothing', async () => {
    await agreeSafeContact(world, coordinator, woman.personId)
    expect(await queue()).toMatchObject({ state: 'pending' })
    expect(await queue({ body: 'Je mentor komt dinsdag' })).toMatchObject({
      refusal: 'message-says-too-much',
    })
    expect(await queue({ body: 'Dag Selam, tot dinsdag' })).toMatchObject({
      refusal: 'message-names-someone',
    })
    expect(await queue({ address: 'ander@example.nl' })).toMatchObject({ refusal: 'message-address-changed' })
    expect(await take()).toMatchObject([{ delivery: 'at_most_once', attempt: 1 }])
  })
  test('queued for a moment outside her hours is refused at once', async () => {
    await agreeSafeContact(world, coordinator, woman.personId)
    world.turnTo('2026-11-03T13:00:00')
    expect(await queue()).toMatchObject({ state: 'refused', refusal: 'contact-not-now' })
  })
  test('whose hours have passed at the moment of sending does not leave', async () => {
    await agreeSafeContact(world, coordinator, woman.personId)
    await queue()
    world.turnTo('2026-11-03T12:00:00')
    expect(await take()).toEqual([])
    expect(await messages()).toMatchObject([{ state: 'refused', refusal_code: 'contact-not-now' }])
    expect(await tasks()).toMatchObject([{ reason_code: 'contact-not-now' }])
  })
  test('does not leave when she took back her agreement in between', async () => {
    await agreeSafeContact(world, coordinator, woman.personId)
    await queue()
    await answer(world, coordinator, woman.trajectoryId, 'C-1', 'withdrawn')
    expect(await take()).toEqual([])
    expect(await messages()).toMatchObject([{ state: 'refused', refusal_code: 'message-without-consent' }])
    expect((await tasks()).map(({ reason_code }) => reason_code).sort()).toEqual([
      'consent-withdrawn',
      'message-without-consent',
    ])
  })
  test('queued twice under one key is one message', async () => {
    await agreeSafeContact(world, coordinator, woman.personId)
    const first = await queue({ dedupeKey: 'once' })
    expect(await queue({ dedupeKey: 'once' })).toEqual(first)
    expect(await messages()).toHaveLength(1)
  })
  test('that nobody took in time is not sent late', async () => {
    await agreeSafeContact(world, coordinator, woman.personId)
    await queue()
    world.turnTo('2026-11-10T10:00:00')
    expect(await take()).toEqual([])
    expect(await messages()).toMatchObject([{ state: 'expired', refusal_code: 'message-expired' }])
    expect(await tasks()).toMatchObject([{ reason_code: 'message-expired' }])
  })
  test('that was being handed over when everything fell over is never handed over again', async () => {
    await agreeSafeContact(world, coordinator, woman.personId)
    await queue()
    expect(await take()).toHaveLength(1)
    world.turnTo('2026-11-03T09:06:00')
    expect(await take()).toEqual([])
    expect(await messages()).toMatchObject([{ state: 'unknown', attempts: 1 }])
    expect(await tasks()).toMatchObject([{ reason_code: 'message-unknown' }])
  })
})

describe('a message to the one who referred', () => {
  test('is not even written without the woman’s agreement', async () => {
    expect(await tell('started')).toEqual({ told: 'not-told' })
    await answer(world, coordinator, woman.trajectoryId, 'C-5', 'refused')
    expect(await tell('ended')).toEqual({ told: 'not-told' })
    expect(await messages()).toEqual([])
  })
  test('goes at the moments the programme tells, and names no one', async () => {
    await answer(world, coordinator, woman.trajectoryId, 'C-5', 'given')
    expect(await tell('received')).toEqual({ told: 'not-told' })
    expect(await tell('started')).toEqual({ told: 'queued' })
    expect(await tell('started')).toEqual({ told: 'queued' })
    const [message, ...more] = await take()
    expect(more).toEqual([])
    expect(message).toMatchObject({ address: referrerAddress, delivery: 'at_least_once' })
    const reference = woman.referralId.slice(-8).toUpperCase()
    expect(message?.body).toContain(reference)
    expect(`${message?.subject} ${message?.body}`).not.toMatch(/selam|tesfay|612345678|2001/i)
  })
  test('does not leave when she took back that agreement in between', async () => {
    await answer(world, coordinator, woman.trajectoryId, 'C-5', 'given')
    await tell('started')
    await answer(world, coordinator, woman.trajectoryId, 'C-5', 'withdrawn')
    expect(await take()).toEqual([])
    expect(await messages()).toMatchObject([{ state: 'refused', refusal_code: 'message-without-consent' }])
  })
  test('is tried again after a crash, and an answer that comes too late changes nothing', async () => {
    await answer(world, coordinator, woman.trajectoryId, 'C-5', 'given')
    await tell('ended')
    const [first] = await take()
    if (!first) throw new Error('nothing was due')
    world.turnTo('2026-11-03T09:06:00')
    expect(await take()).toEqual([])
    world.turnTo('2026-11-03T09:08:00')
    expect(await take()).toMatchObject([{ id: first.id, attempt: 2 }])
    const settle = (attempt: number, outcome: 'rejected' | 'accepted') =>
      settleMessage(world.context, outboxOf(world), { id: first.id, attempt, outcome })
    expect(await settle(1, 'rejected')).toEqual({ state: 'handing_over' })
    expect(await settle(2, 'accepted')).toEqual({ state: 'sent' })
    expect(await settle(2, 'rejected')).toEqual({ state: 'sent' })
  })
})
