import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { outboxOf } from '#testing/referred-woman.ts'
import {
  agreeVisit,
  changePerson,
  herNumber,
  type WomanToWrite,
  womanToWrite,
} from '#testing/woman-to-write.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { recordAround } from '#usecases/around/record-around.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { Forbidden, Invalid, NotFound } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { askCallBack } from '#usecases/message/ask-call-back.ts'
import { readMessagesToHer } from '#usecases/message/read-messages-to-her.ts'
import { switchRemindersOff } from '#usecases/message/switch-reminders-off.ts'
import { switchRemindersOn } from '#usecases/message/switch-reminders-on.ts'
import { takeDueMessages } from '#usecases/message/take-due-messages.ts'
import { quietTrajectory } from '#usecases/pregnancy/quiet-trajectory.ts'
import { showSafeContact } from '#usecases/safe-contact/show-safe-contact.ts'

let world: World
let coordinator: MemberActor
let her: WomanToWrite
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  await world.owner.query(`update message set state = 'sent' where state in ('pending', 'handing_over')`)
  her = await womanToWrite(world, coordinator)
})
afterAll(() => world.close())

const on = (channel: 'text' | 'email' = 'text', actor = her.worker) =>
  switchRemindersOn(world.context, actor, { trajectoryId: her.trajectoryId, channel, together: true })
const off = () => switchRemindersOff(world.context, her.worker, { trajectoryId: her.trajectoryId })
const callBack = (channel: 'text' | 'email' | 'letter' = 'text', actor = her.worker) =>
  askCallBack(world.context, actor, { trajectoryId: her.trajectoryId, channel })
const messages = async () =>
  (
    await world.owner.query(
      `select state, kind, channel, refusal_code, visit_on::text, visit_at::text, not_before, expires_at from message
       where trajectory_id = $1 order by id`,
      [her.trajectoryId],
    )
  ).rows
const states = async () => (await messages()).map(({ state, visit_on }) => `${visit_on} ${state}`)
const tasks = async () =>
  (
    await world.owner.query(
      `select reason_code from task where trajectory_id = $1 and kind = 'message' and done_at is null order by id`,
      [her.trajectoryId],
    )
  ).rows.map(({ reason_code }) => reason_code)
const senders = { email: 'bericht@post.example.nl', text: '+31600000000' }
const take = async () => (await takeDueMessages(world.context, outboxOf(world), { limit: 50, senders })).taken
const utc = (of: { not_before: unknown }) => String(of.not_before)

describe('reminders', () => {
  test('are off, and nobody hears of a visit', async () => {
    await agreeVisit(world, her, '2026-11-11')
    expect(await messages()).toEqual([])
  })
  test('are switched on by who works with her, and by nobody else', async () => {
    const stranger = await world.member(['worker'])
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    const administrator = await world.member(['administrator'])
    for (const [actor, error] of [
      [stranger, NotFound],
      [elsewhere, NotFound],
      [administrator, Forbidden],
    ] as const) {
      await expect(on('text', actor)).rejects.toThrow(error)
      await expect(callBack('text', actor)).rejects.toThrow(error)
      const asked = { trajectoryId: her.trajectoryId }
      await expect(switchRemindersOff(world.context, actor, asked)).rejects.toThrow(error)
      await expect(readMessagesToHer(world.context, actor, asked)).rejects.toThrow(error)
    }
  })
  test('are told the day before in her hours, once, in the words that were shown', async () => {
    await agreeVisit(world, her, '2026-11-11')
    const page = await readMessagesToHer(world.context, her.worker, { trajectoryId: her.trajectoryId })
    expect(page).toMatchObject({ example: false, reminder: null, allowed: true })
    expect(page.words.body).toBe('Tot woensdag 10.00 uur. Komt het niet uit? Laat het even weten.')
    await on()
    await on()
    const [message, ...more] = await messages()
    expect(more).toEqual([])
    expect(message).toMatchObject({ state: 'pending', channel: 'text', visit_on: '2026-11-11' })
    expect(utc(message)).toContain('2026-11-10T08:00')
    expect(await take()).toEqual([])
    world.turnTo('2026-11-10T09:00:00')
    expect(await take()).toMatchObject([{ body: page.words.body, delivery: 'at_most_once' }])
    expect(await tasks()).toEqual([])
  })
  test('follow a visit that is moved, and are withdrawn when it is called off', async () => {
    await on()
    await agreeVisit(world, her, '2026-11-11')
    await agreeVisit(world, her, '2026-11-11', '14:00')
    const id = await agreeVisit(world, her, '2026-11-12', '14:00')
    expect(await states()).toEqual(['2026-11-11 withdrawn', '2026-11-11 withdrawn', '2026-11-12 pending'])
    // Back to a day that was told before it could be sent: written anew.
    await agreeVisit(world, her, '2026-11-11')
    expect((await states()).at(-1)).toBe('2026-11-11 pending')
    const { rows } = await world.owner.query('select version from contact where id = $1', [id])
    await logContact(world.context, her.worker, {
      ...{ id, version: rows[0].version, kind: 'cancelled', by: 'mother' },
    })
    expect((await states()).filter((one) => one.endsWith('pending'))).toEqual([])
    world.turnTo('2026-11-10T09:00:00')
    expect(await take()).toEqual([])
    expect(await tasks()).toEqual([])
  })
  test('are told anew for a visit that moved after they were sent, and not twice for one that didn’t', async () => {
    await on()
    await agreeVisit(world, her, '2026-11-11')
    world.turnTo('2026-11-10T09:00:00')
    expect(await take()).toHaveLength(1)
    await agreeVisit(world, her, '2026-11-11')
    expect(await messages()).toHaveLength(1)
    await agreeVisit(world, her, '2026-11-11', '15:00')
    expect(await states()).toEqual(['2026-11-11 handing_over', '2026-11-11 pending'])
  })
  test('are never sent for a visit that isn’t, whoever changed it behind their back', async () => {
    await on()
    const id = await agreeVisit(world, her, '2026-11-11')
    world.turnTo('2026-11-10T09:00:00')
    for (const change of [
      `update contact set state = 'skipped' where id = $1`,
      `update contact set planned_on = '2026-11-12' where id = $1`,
      `update contact set planned_at = '11:00' where id = $1`,
      `update contact set worker_id = null where id = $1`,
    ]) {
      const [before] = (await world.owner.query('select * from contact where id = $1', [id])).rows
      await world.owner.query(change, [id])
      expect(await take(), change).toEqual([])
      expect((await messages()).at(-1)).toMatchObject({
        state: 'withdrawn',
        refusal_code: 'message-visit-changed',
      })
      await world.owner.query(
        `update contact set state = $2, planned_on = $3::date, planned_at = $4::time, worker_id = $5 where id = $1`,
        [id, before.state, '2026-11-11', '10:00', before.worker_id],
      )
      await world.owner.query(
        `update message set state = 'pending', refusal_code = null where trajectory_id = $1`,
        [her.trajectoryId],
      )
    }
    expect(await take()).toHaveLength(1)
  })
  test('stop when they are switched off, when it rests, and after a loss', async () => {
    await on()
    await agreeVisit(world, her, '2026-11-11')
    await off()
    expect(await states()).toEqual(['2026-11-11 withdrawn'])
    await on()
    expect((await states()).at(-1)).toBe('2026-11-11 pending')
    await quietTrajectory(world.context, coordinator, {
      ...{ trajectoryId: her.trajectoryId, loss: 'stillbirth', on: null },
    })
    expect((await states()).filter((one) => /pending/.test(one))).toEqual([])
    await agreeVisit(world, her, '2026-11-18')
    expect((await states()).filter((one) => /pending/.test(one))).toEqual([])
    await expect(callBack()).resolves.toMatchObject({ state: 'refused', refusal: 'message-held-back' })

    her = await womanToWrite(world, coordinator)
    await on()
    await agreeVisit(world, her, '2026-11-11')
    await world.owner.query(`update trajectory set state = 'paused' where id = $1`, [her.trajectoryId])
    world.turnTo('2026-11-10T09:00:00')
    expect(await take()).toEqual([])
    await expect(on()).rejects.toMatchObject({ code: 'not-from-this-state' })
    await expect(callBack()).rejects.toMatchObject({ code: 'not-from-this-state' })
  })
  test('stop when her file is kept from who would visit her', async () => {
    await on()
    await agreeVisit(world, her, '2026-11-11')
    await setFileLock(world.context, coordinator, {
      fileId: her.trajectoryId,
      against: { kind: 'worker', id: her.workerId },
      words: 'Zij kent hem',
    })
    world.turnTo('2026-11-10T09:00:00')
    expect(await take()).toEqual([])
    expect(await states()).toEqual(['2026-11-11 withdrawn'])
    await expect(callBack()).rejects.toThrow(NotFound)
  })
  test('are planned anew when she named other hours or another way', async () => {
    await on('email')
    await agreeVisit(world, her, '2026-11-11')
    const { id } = await her.agree({ hours: [{ days: [1], from: '14:00', until: '15:00' }] }, her.policyId)
    const [first, second] = await messages()
    expect([first.state, second.state]).toEqual(['withdrawn', 'pending'])
    expect(utc(second)).toContain('2026-11-09T13:00')
    await her.agree({ channels: ['text'] }, id)
    expect(await tasks()).toEqual([expect.stringMatching(/contact-not-this-way/)])
  })
  test('can’t be switched on where nothing may be sent, with the reason', async () => {
    await expect(on()).resolves.toBeTruthy()
    await her.agree({ language: 'ti' }, her.policyId)
    her = await womanToWrite(world, coordinator)
    await her.agree({ language: 'ti' }, her.policyId)
    await expect(on()).rejects.toMatchObject({ code: 'message-not-her-language' })
    her = await womanToWrite(world, coordinator)
    await her.agree({ channels: ['phone'] }, her.policyId)
    await expect(on()).rejects.toMatchObject({ code: 'contact-not-this-way' })
  })
  test('are for nobody in a programme of the highest class, unless it says so', async () => {
    her = await womanToWrite(world, coordinator, { programmeId: 'memosa' })
    await expect(on()).rejects.toMatchObject({ code: 'reminders-not-here' })
    expect(
      await readMessagesToHer(world.context, her.worker, { trajectoryId: her.trajectoryId }),
    ).toMatchObject({ allowed: false })
  })
})

describe('asking her to call', () => {
  test('waits for her hours, names no number, and is asked once a day', async () => {
    world.turnTo('2026-11-03T13:00:00')
    expect(await callBack()).toMatchObject({ state: 'pending', refusal: null })
    await expect(callBack('email')).rejects.toMatchObject({ code: 'call-back-already' })
    const [message, ...more] = await messages()
    expect(more).toEqual([])
    expect(utc(message)).toContain('2026-11-10T08:00')
    world.turnTo('2026-11-10T09:00:00')
    expect(await take()).toMatchObject([
      { body: 'Wil je mij bellen als het jou uitkomt? Er is geen haast bij.' },
    ])
    await world.owner.query(`update message set state = 'sent', settled_at = $2 where trajectory_id = $1`, [
      her.trajectoryId,
      '2026-11-10T09:00+01:00',
    ])
    await expect(callBack('email')).rejects.toMatchObject({ code: 'call-back-already' })
    world.turnTo('2026-11-11T09:00:00')
    expect(await callBack('email')).toMatchObject({ state: 'pending' })
  })
  test('is refused, with a task, where she chose no such way', async () => {
    await her.agree({ channels: ['phone'] }, her.policyId)
    expect(await callBack()).toMatchObject({ state: 'refused', refusal: 'contact-not-this-way' })
    expect(await tasks()).toEqual(['contact-not-this-way'])
  })
  test('can’t be planned where she named no hours at all', async () => {
    await world.owner.query(
      `update safe_contact_policy set until_at = now() where person_id = $1 and until_at is null`,
      [her.personId],
    )
    expect(await callBack()).toMatchObject({ state: 'refused', refusal: 'message-without-agreement' })
  })
})

describe('a number that stands with somebody around her too', () => {
  const around = (phone: string | null) =>
    recordAround(world.context, coordinator, {
      trajectoryId: her.trajectoryId,
      told: { relation: 'partner', names: ['Iemand Anders'], phone },
    })
  test('gets no message any more, and whoever writes it down hears so', async () => {
    await on()
    await agreeVisit(world, her, '2026-11-11')
    expect(await around('+31687654321')).toMatchObject({ sameNumber: false })
    expect(await around(herNumber)).toMatchObject({ sameNumber: true })
    world.turnTo('2026-11-10T09:00:00')
    expect(await take()).toEqual([])
    expect(await tasks()).toEqual(['message-number-shared'])
    expect(await callBack()).toMatchObject({ refusal: 'message-number-shared' })
    // Her mail is hers.
    world.turnTo('2026-11-17T09:00:00')
    expect(await callBack('email')).toMatchObject({ state: 'pending' })
  })
  test('gets them again when she says that it is hers alone, knowing that; for that number only', async () => {
    await around(herNumber)
    const again = her.agree({}, her.policyId)
    await expect(again).rejects.toThrow(Invalid)
    await expect(again).rejects.toMatchObject({ fields: { 'terms.phoneOf': 'number-stands-with-another' } })
    await her.agree({ aloneAllTheSame: true }, her.policyId)
    expect(await callBack()).toMatchObject({ state: 'pending' })
    await world.owner.query(`update message set state = 'sent', settled_at = $2 where trajectory_id = $1`, [
      her.trajectoryId,
      '2026-11-03T09:00+01:00',
    ])
    await changePerson(world, her.personId, { phone: '+31687654321' })
    await around('+31687654321')
    world.turnTo('2026-11-04T09:00:00')
    expect(await callBack()).toMatchObject({ refusal: 'message-number-shared' })
  })
  test('says nothing of it to who may be the one she told of, and sends nothing all the same', async () => {
    const { memberId } = await addMember(
      world.context,
      { kind: 'system', orgId: world.orgId, job: 'test' },
      {
        userId: randomUUID(),
        name: 'Joris van Kanariebos',
        roles: ['coordinator'],
        workerId: null,
        language: 'nl',
      },
    )
    const himself: MemberActor = { ...coordinator, memberId }
    await recordAround(world.context, coordinator, {
      trajectoryId: her.trajectoryId,
      told: { relation: 'partner', names: ['Joris van Kanariebos'], phone: herNumber },
    })
    const shown = async (actor: MemberActor) =>
      (await showSafeContact(world.context, actor, { personId: her.personId })).numberShared
    expect(await shown(coordinator)).toBe(true)
    expect(await shown(himself)).toBe(false)
    expect(await shown(her.worker)).toBe(false)
    expect(await callBack()).toMatchObject({ refusal: 'message-number-shared' })
  })
  test('may be called shared at once', async () => {
    await around(herNumber)
    await her.agree({ phoneOf: 'shared', channels: ['phone', 'email'] }, her.policyId)
    expect(await callBack('email')).toMatchObject({ state: 'pending' })
  })
})
