import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { type DyingSmtp, openDyingSmtp, type SmtpEnd, smtpMoments } from '../../../testing/dying-smtp.ts'
import {
  agreeSafeContact,
  answer,
  outboxOf,
  queueAppointment,
  type ReferredWoman,
  referredWoman,
  tellTestReferrer,
} from '../../../testing/referred-woman.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'
import { sendDueMessages } from './outbox.ts'
import { smtpMailer } from './smtp.ts'

/** Suite T17 of the security design: a conversation with the mail server, and the process that holds it, end anywhere. */
let world: World
let coordinator: MemberActor
let woman: ReferredWoman
let post: DyingSmtp
const from = 'bericht@post.example.nl'

beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  await world.owner.query(`update message set state = 'sent' where state in ('pending', 'handing_over')`)
  woman = await referredWoman(world, coordinator)
  await agreeSafeContact(world, coordinator, woman.personId)
  await answer(world, coordinator, woman.trajectoryId, 'C-5', 'given')
  post = await openDyingSmtp()
})
afterEach(() => post.close())
afterAll(() => world.close())

const round = (patience = 150) =>
  sendDueMessages({
    organisations: async () => [world.orgId],
    context: () => world.context,
    carriers: {
      email: smtpMailer({
        host: '127.0.0.1',
        port: post.port,
        secure: false,
        user: null,
        password: null,
        from,
        patience,
      }),
    },
  })
let number = 0
const toMother = () => {
  number += 1
  return queueAppointment(world.context, outboxOf(world), {
    personId: woman.personId,
    trajectoryId: woman.trajectoryId,
    dedupeKey: `dying ${number}`,
  })
}
const toReferrer = () =>
  tellTestReferrer(world.context, outboxOf(world), { referralId: woman.referralId, moment: 'started' })
const states = async () =>
  (
    await world.owner.query('select state from message where person_id = $1 order by id', [woman.personId])
  ).rows.map(({ state }) => state)
const reasons = async () =>
  (
    await world.owner.query(`select reason_code from task where person_id = $1 and kind = 'message'`, [
      woman.personId,
    ])
  ).rows.map(({ reason_code }) => reason_code)
/** The server recovers, and the rest of her hours goes by. */
async function laterToday() {
  post.ends(null)
  for (const moment of ['09:08', '09:30', '11:58']) {
    world.turnTo(`2026-11-03T${moment}:00`)
    await round(2_000)
  }
}

/** Until it has the message there is nothing in doubt; from then on nobody can be sure. */
const inDoubt = (moment: (typeof smtpMoments)[number]) => ['go-ahead', 'half-way', 'taken'].includes(moment)

const ends: [(typeof smtpMoments)[number], SmtpEnd & string][] = [
  ...smtpMoments.map((moment): [typeof moment, 'breaks'] => [moment, 'breaks']),
  ['connected', 'silent'],
  ['data', 'silent'],
  ['half-way', 'silent'],
  ['taken', 'silent'],
]
describe('a mail server with which it comes to an end', () => {
  test.each(ends)('when it has come to %s: %s', async (moment, how) => {
    await toMother()
    post.ends({ moment, how })
    await round()
    const [state] = await states()
    const taken = post.received.length
    if (moment === 'told') expect(state).toBe('sent')
    else if (inDoubt(moment)) {
      expect(['unknown', 'pending']).toContain(state)
      // What may have gone is never tried again.
      if (taken > 0) expect(state).toBe('unknown')
    } else expect([state, taken]).toEqual(['pending', 0])
    await laterToday()
    expect(post.received.length).toBeLessThanOrEqual(1)
    const [after] = await states()
    expect(after).toBe(state === 'pending' ? 'sent' : state)
    expect(await reasons()).toEqual(state === 'unknown' ? ['message-unknown'] : [])
  })
})
describe('a mail server that says no', () => {
  const says = ['to', 'taken'] as const
  test.each(says)('for now, at: %s', async (moment) => {
    await toMother()
    post.ends({ moment, how: '451 not now' })
    await round()
    expect(await states()).toEqual(['pending'])
    await laterToday()
    expect(await states()).toEqual(['sent'])
  })
  test.each(says)('for good, at: %s', async (moment) => {
    await toMother()
    post.ends({ moment, how: '554 never' })
    await round()
    expect([await states(), await reasons()]).toEqual([['failed'], ['message-rejected']])
  })
  test.each(['connected', 'hello'] as const)('to everybody, at: %s', async (moment) => {
    await toMother()
    post.ends({ moment, how: '554 go away' })
    await round()
    expect(await states()).toEqual(['pending'])
  })
})
test('what goes to others arrives, wherever the line broke, each time under the same name', async () => {
  for (const moment of smtpMoments) {
    woman = await referredWoman(world, coordinator)
    await answer(world, coordinator, woman.trajectoryId, 'C-5', 'given')
    world.turnTo(testMorning)
    await toReferrer()
    const before = post.received.length
    post.ends({ moment, how: 'breaks' })
    await round()
    await laterToday()
    expect(await states(), moment).toEqual(['sent'])
    const hers = post.received.slice(before)
    expect(hers.length, moment).toBeGreaterThan(0)
    expect(new Set(hers).size, moment).toBe(1)
  }
})

describe('a process that is killed', () => {
  const sending = (): ChildProcess =>
    spawn(process.execPath, ['testing/sending-process.ts'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        NAAST_SENDING: JSON.stringify({
          login: world.loginConfig,
          rootKey: { ...world.rootKey, key: world.rootKey.key.toString('base64') },
          orgId: world.orgId,
          now: world.context.now().toString(),
          port: post.port,
          from,
        }),
      },
    })

  test.each(['connected', 'half-way', 'taken'] as const)(
    'when the conversation has come to %s: a mother hears nothing twice, a referrer hears all',
    async (moment) => {
      await toMother()
      await toReferrer()
      const child = sending()
      const ended = once(child, 'exit')
      post.ends({ moment, how: () => child.kill('SIGKILL') })
      await ended
      expect(child.signalCode).toBe('SIGKILL')
      // The one that it held is nobody's until its lease is over.
      await laterToday()
      const [hers, referrers] = await states()
      expect(['sent', 'unknown']).toContain(hers)
      expect(referrers).toBe('sent')
      const counts = new Map<string, number>()
      for (const id of post.received) counts.set(id, (counts.get(id) ?? 0) + 1)
      const ids = (
        await world.owner.query('select id from message where person_id = $1 order by id', [woman.personId])
      ).rows.map(({ id }) => `<${id}@post.example.nl>`)
      expect(counts.get(ids[0] ?? '') ?? 0).toBeLessThanOrEqual(1)
      expect(counts.get(ids[1] ?? '') ?? 0).toBeGreaterThanOrEqual(1)
      expect(await reasons()).toEqual(hers === 'unknown' ? ['message-unknown'] : [])
    },
  )
  test('two of them at once send each message once', async () => {
    for (let at = 0; at < 8; at += 1) await toMother()
    const both = [sending(), sending()]
    const codes = await Promise.all(both.map(async (child) => (await once(child, 'exit'))[0]))
    expect(codes).toEqual([0, 0])
    expect(new Set(post.received).size).toBe(post.received.length)
    expect(post.received).toHaveLength(8)
    expect(new Set(await states())).toEqual(new Set(['sent']))
  })
})
