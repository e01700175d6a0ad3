import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { outboxOf } from '#testing/referred-woman.ts'
import { changePerson, type WomanToWrite, womanToWrite } from '#testing/woman-to-write.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { askCallBack } from '#usecases/message/ask-call-back.ts'
import { prepareLetter } from '#usecases/message/prepare-letter.ts'
import { printLetter } from '#usecases/message/print-letter.ts'
import { readPrintedLetter } from '#usecases/message/read-printed-letter.ts'
import { settleLetter } from '#usecases/message/settle-letter.ts'
import { takeDueMessages } from '#usecases/message/take-due-messages.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'

let world: World
let coordinator: MemberActor
let her: WomanToWrite
let id: string
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  await world.owner.query(`update message set state = 'sent' where state in ('pending', 'handing_over')`)
  her = await womanToWrite(world, coordinator)
  await askCallBack(world.context, her.worker, { trajectoryId: her.trajectoryId, channel: 'letter' })
  id = (await row()).id
})
afterAll(() => world.close())

const row = async () =>
  (
    await world.owner.query(`select * from message where trajectory_id = $1 and channel = 'letter'`, [
      her.trajectoryId,
    ])
  ).rows[0]
const page = (actor = coordinator) => prepareLetter(world.context, actor, { id })
const print = async (why: 'spoiled_destroyed' | null = null, actor = coordinator) =>
  printLetter(world.context, actor, { id, version: (await row()).version, why })
const paper = (actor = coordinator) => readPrintedLetter(world.context, actor, { id })
const settle = async (posted: 'yes' | 'no', actor = coordinator) =>
  settleLetter(world.context, actor, { id, version: (await row()).version, posted })
const outbox = () =>
  takeDueMessages(world.context, outboxOf(world), { limit: 50, senders: { email: 'a@post.example.nl' } })
const tasks = async () =>
  (
    await world.owner.query(
      `select reason_code from task where trajectory_id = $1 and kind = 'message' and done_at is null order by id`,
      [her.trajectoryId],
    )
  ).rows.map(({ reason_code }) => reason_code)
const prints = async () =>
  (
    await world.owner.query(
      'select reason_code, printed_by from letter_print where message_id = $1 order by id',
      [id],
    )
  ).rows

describe('a letter', () => {
  test('is printed and posted by a coordinator, and is nobody’s else', async () => {
    const { version } = await row()
    const ask = [
      (actor: MemberActor) => prepareLetter(world.context, actor, { id }),
      (actor: MemberActor) => printLetter(world.context, actor, { id, version }),
      (actor: MemberActor) => settleLetter(world.context, actor, { id, version, posted: 'yes' }),
      (actor: MemberActor) => readPrintedLetter(world.context, actor, { id }),
    ]
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    for (const one of ask) {
      await expect(one(her.worker)).rejects.toThrow(Forbidden)
      await expect(one(elsewhere)).rejects.toThrow(NotFound)
    }
  })
  test('waits for a person, never for a carrier; then it is printed once, posted, and said so', async () => {
    expect(await tasks()).toEqual(['letter-to-print'])
    expect((await outbox()).taken).toEqual([])
    expect(await page()).toMatchObject({
      state: 'pending',
      refusal: null,
      envelope: [expect.stringContaining('Semira'), 'Lindelaan 7', '1234 AB Waterrijk'],
    })
    await expect(paper()).rejects.toThrow(NotFound)
    expect(await print()).toEqual({ id, refusal: null })
    expect(await tasks()).toEqual([])
    expect(await paper()).toEqual({ lines: ['Wil je mij bellen als het jou uitkomt? Er is geen haast bij.'] })
    expect(await settle('yes')).toMatchObject({ state: 'sent' })
    expect(await page()).toMatchObject({ state: 'sent', envelope: null, settled: { by: expect.any(String) } })
    await expect(settle('no')).rejects.toMatchObject({ code: 'not-from-this-state' })
    await expect(print('spoiled_destroyed')).rejects.toMatchObject({ code: 'letter-not-to-print' })
    await expect(paper()).rejects.toThrow(NotFound)
  })
  test('shows its words only to who printed it, and only for a while', async () => {
    await print()
    await expect(paper(await world.member(['coordinator']))).rejects.toThrow(NotFound)
    world.turnTo('2026-11-03T09:11:00')
    await expect(paper()).rejects.toThrow(NotFound)
  })
  test('is printed once more only with a reason, and that is kept', async () => {
    await print()
    await expect(print()).rejects.toMatchObject({ code: 'letter-print-again-why' })
    await print('spoiled_destroyed')
    expect(await prints()).toEqual([
      { reason_code: null, printed_by: coordinator.memberId },
      { reason_code: 'spoiled_destroyed', printed_by: coordinator.memberId },
    ])
    expect((await page()).prints).toMatchObject([{ why: null }, { why: 'spoiled_destroyed' }])
  })
  test('is printed by one of two who press at once', async () => {
    const { version } = await row()
    const both = await Promise.allSettled([
      printLetter(world.context, coordinator, { id, version }),
      printLetter(world.context, coordinator, { id, version }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await prints()).toHaveLength(1)
  })
  test('that was not posted becomes a task, and is never sent after all', async () => {
    await print()
    expect(await settle('no')).toMatchObject({ state: 'failed' })
    expect(await tasks()).toEqual(['letter-not-posted'])
    await expect(print('spoiled_destroyed')).rejects.toMatchObject({ code: 'letter-not-to-print' })
  })
  test('of which nobody says that it was posted is uncertain after some days, and a task', async () => {
    await print()
    world.turnTo('2026-11-06T08:59:00')
    await outbox()
    expect((await row()).state).toBe('handing_over')
    world.turnTo('2026-11-06T09:01:00')
    await outbox()
    expect(await row()).toMatchObject({ state: 'unknown', refusal_code: 'letter-not-said' })
    expect(await tasks()).toEqual(['letter-not-said'])
  })
  test('that nobody printed in time is not printed late', async () => {
    world.turnTo('2026-11-08T10:00:00')
    await outbox()
    expect(await row()).toMatchObject({ state: 'expired', refusal_code: 'message-expired' })
    expect(await tasks()).toEqual(['message-expired'])
  })
})

describe('at the moment of printing it is asked once more', () => {
  const refusedWith = async (code: string) => {
    expect(await page()).toMatchObject({ refusal: code, envelope: null })
    expect(await print()).toEqual({ id, refusal: code })
    expect(await row()).toMatchObject({ state: 'refused', refusal_code: code })
    expect(await tasks()).toEqual([code])
    expect(await prints()).toEqual([])
  }
  test('whether she still wants letters', async () => {
    await her.agree({ channels: ['phone'] }, her.policyId)
    await refusedWith('contact-not-this-way')
  })
  test('whether something may come to her door', async () => {
    await her.agree({ channels: ['phone'], neverAtHome: true }, her.policyId)
    await refusedWith('contact-not-at-home')
  })
  test('whether she lives where she wanted them', async () => {
    await changePerson(world, her.personId, {
      address: { street: 'Elders', houseNumber: '1', postcode: '1234 AB', place: 'Waterrijk' },
    })
    await refusedWith('contact-letter-elsewhere')
  })
  test('whether her agreement is of this quarter', async () => {
    await world.owner.query(
      `update safe_contact_policy set confirmed_on = '2026-06-01' where person_id = $1`,
      [her.personId],
    )
    await refusedWith('contact-not-confirmed')
  })
  test('and again before it is printed once more: then what is printed stays to be told of', async () => {
    await print()
    await her.agree({ channels: ['phone'] }, her.policyId)
    await expect(paper()).rejects.toMatchObject({ code: 'contact-not-this-way' })
    expect(await print('spoiled_destroyed')).toEqual({ id, refusal: 'contact-not-this-way' })
    expect(await row()).toMatchObject({ state: 'handing_over' })
  })
  test('and nothing is asked any more once it is quiet', async () => {
    await quietTrajectory(world.context, coordinator, {
      ...{ trajectoryId: her.trajectoryId, loss: 'stillbirth', on: null },
    })
    expect(await row()).toMatchObject({ state: 'refused', refusal_code: 'message-held-back' })
    expect(await tasks()).toEqual([])
  })
})
