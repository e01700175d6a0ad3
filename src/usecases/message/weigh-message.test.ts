import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { addChild } from '#usecases/intake/add-child.ts'
import { takeDueMessages } from '#usecases/message/take-due-messages.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { castWorker, within } from '../../../testing/cast.ts'
import {
  agreeSafeContact,
  answer,
  outboxOf,
  ownAddress,
  queueAppointment,
  type ReferredWoman,
  referredWoman,
  tellTestReferrer,
  tuesdayMornings,
} from '../../../testing/referred-woman.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'

let world: World
let coordinator: MemberActor
beforeAll(async () => {
  world = await openWorld([memosa, mim, evtGroup])
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  await world.owner.query(`update message set state = 'sent' where state in ('pending', 'handing_over')`)
})
afterAll(() => world.close())

const tell = ({ referralId }: ReferredWoman) =>
  tellTestReferrer(world.context, outboxOf(world), { referralId, moment: 'started' })
let number = 0
const queue = ({ personId, trajectoryId }: ReferredWoman, more: object = {}) => {
  number += 1
  return queueAppointment(world.context, outboxOf(world), {
    personId,
    trajectoryId,
    dedupeKey: `weighed ${number}`,
    ...more,
  })
}
const take = async (email = 'bericht@post.example.nl') =>
  (await takeDueMessages(world.context, outboxOf(world), { limit: 50, senders: { email } })).taken
const reasonsOf = async ({ personId }: ReferredWoman) =>
  (
    await world.owner.query(`select reason_code from task where person_id = $1 and kind = 'message'`, [
      personId,
    ])
  ).rows.map(({ reason_code }) => reason_code)

describe('in a programme of the highest safety class', () => {
  test('her referrer hears nothing either as long as there is no agreement, or too old a one', async () => {
    const her = await referredWoman(world, coordinator, memosa)
    await answer(world, coordinator, her.trajectoryId, 'C-5', 'given')
    expect(await tell(her)).toEqual({ told: 'refused' })
    expect(await reasonsOf(her)).toEqual(['message-without-agreement'])

    const other = await referredWoman(world, coordinator, memosa)
    await answer(world, coordinator, other.trajectoryId, 'C-5', 'given')
    await agreeSafeContact(world, coordinator, other.personId)
    expect(await tell(other)).toEqual({ told: 'queued' })
    // A fortnight, in this programme; the message is still in time.
    world.turnTo('2026-11-18')
    await world.owner.query(`update message set expires_at = '2027-01-01' where person_id = $1`, [
      other.personId,
    ])
    expect(await take()).toEqual([])
    expect(await reasonsOf(other)).toEqual(['contact-not-confirmed'])
  })
  test('and in another he does, if she agreed to that', async () => {
    const her = await referredWoman(world, coordinator, mim)
    await answer(world, coordinator, her.trajectoryId, 'C-5', 'given')
    expect(await tell(her)).toEqual({ told: 'queued' })
    expect(await take()).toHaveLength(1)
  })
})

describe('a message to a mother', () => {
  const agreed = async (terms: object = {}) => {
    const her = await referredWoman(world, coordinator, mim)
    await setSafeContact(world.context, coordinator, {
      personId: her.personId,
      basedOn: null,
      terms: { ...tuesdayMornings, ...terms },
    })
    return her
  }
  test('names neither her child nor who stands beside her, and reading their names is nobody’s reading', async () => {
    const her = await agreed()
    const workerId = await castWorker(world, { given: 'Kwikstaartje' }, { ready: false })
    await within(world, async (work) => {
      const { tx, orgId } = work
      const born = Temporal.PlainDate.from('2026-09-20')
      await addChild(work, her.personId, { given: 'Winterkoning', bornOn: born, dueOn: null })
      await tx
        .updateTable('trajectory')
        .set({ worker_id: workerId })
        .where('org_id', '=', orgId)
        .where('id', '=', her.trajectoryId)
        .execute()
      return {}
    })
    for (const name of ['Kwikstaartje', 'WINTERKONING'])
      expect(await queue(her, { body: `Tot dinsdag, ${name}` })).toMatchObject({
        refusal: 'message-names-someone',
      })
    expect(await queue(her)).toMatchObject({ state: 'pending' })
  })
  test('is in her language, or a person calls', async () => {
    const her = await agreed({ language: 'ti' })
    expect(await queue(her)).toMatchObject({ refusal: 'message-not-her-language' })
    expect(await reasonsOf(her)).toEqual(['message-not-her-language'])
    expect(await queue(await agreed({ language: 'nl-be' }))).toMatchObject({ state: 'pending' })
  })
  test('in a language of which nobody wrote down what tells is refused', async () => {
    const her = await agreed()
    expect(await queue(her, { language: 'tr', body: 'Salı günü görüşürüz' })).toMatchObject({
      refusal: 'message-language-unknown',
    })
  })
  test('does not leave from a sender that tells, whoever set it; nothing stays behind in doubt', async () => {
    for (const sender of ['info@moedersteun.example.nl', 'waterrijk@example.nl', 'x@mim.example.nl', '']) {
      const her = await agreed()
      expect(await queue(her)).toMatchObject({ state: 'pending' })
      expect(await take(sender)).toEqual([])
      expect(await reasonsOf(her)).toEqual(['message-sender-tells'])
    }
  })
  test('leaves nothing on a phone that another uses too', async () => {
    const her = await agreed({ phoneOf: 'shared', channels: ['phone'] })
    const text = { channel: 'text', address: '+31612345678' }
    expect(await queue(her, text)).toMatchObject({ refusal: 'contact-not-this-way' })
    // As when it was written before that was asked.
    const old = await agreed({ channels: ['text', 'email'] })
    expect(await queue(old, text)).toMatchObject({ state: 'pending' })
    expect(await queue(old, { address: ownAddress })).toMatchObject({ state: 'pending' })
  })
  test('does not leave once her trajectory is closed', async () => {
    const her = await agreed()
    await queue(her)
    await world.owner.query(`update trajectory set state = 'closed' where id = $1`, [her.trajectoryId])
    expect(await take()).toEqual([])
    expect(await reasonsOf(her)).toEqual(['message-after-closing'])
  })
})
