import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import {
  agreeSafeContact,
  answer,
  outboxOf,
  ownAddress,
  queueAppointment,
  type ReferredWoman,
  referredWoman,
  tellTestReferrer,
} from '../../../testing/referred-woman.ts'
import { type GatewayMood, openTestGateway, type TestGateway } from '../../../testing/sms-gateway.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'
import type { Carrier } from './carrier.ts'
import { sendDueMessages } from './outbox.ts'
import { smtpMailer } from './smtp.ts'
import { textGateway } from './text-gateway.ts'

/** What came in through the wire: whole messages the server took in, whether it said so or not. */
interface Received {
  readonly to: string
  readonly messageId: string
  readonly text: string
}
let world: World
let coordinator: MemberActor
let woman: ReferredWoman
let server: SMTPServer | null = null
let received: Received[] = []

beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
})
beforeEach(async () => {
  world.turnTo(testMorning)
  await world.owner.query(`update message set state = 'sent' where state in ('pending', 'handing_over')`)
  received = []
  woman = await referredWoman(world, coordinator)
  await agreeSafeContact(world, coordinator, woman.personId)
  await answer(world, coordinator, woman.trajectoryId, 'C-5', 'given')
})
afterEach(async () => {
  await new Promise<void>((done) => (server ? server.close(() => done()) : done()))
  server = null
})
afterAll(() => world.close())

const smtpError = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

/** A mail server that answers a whole message as it is told to: take it, refuse it, or take it and fall silent. */
async function serve(
  afterData: (time: number) => 'take' | 'drop' | number,
  more: SMTPServerOptions = {},
): Promise<Carrier> {
  let times = 0
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, callback) {
      let text = ''
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      stream.on('end', () => {
        times += 1
        const how = afterData(times)
        if (typeof how === 'number') return callback(smtpError(how, 'not this one'))
        received.push({
          to: session.envelope.rcptTo[0]?.address ?? '',
          messageId: /^Message-ID: (.*)$/im.exec(text)?.[1] ?? '',
          text,
        })
        if (how === 'take') return callback()
        for (const connection of server?.connections ?? [])
          (connection as { _socket: { destroy(): void } })._socket.destroy()
      })
    },
    ...more,
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return mailerAt(port)
}
const mailerAt = (port: number, patience = 2_000): Carrier =>
  smtpMailer({
    host: '127.0.0.1',
    port,
    secure: false,
    user: null,
    password: null,
    from: 'bericht@post.example.nl',
    patience,
  })

const round = (email: Carrier | null) =>
  sendDueMessages({
    organisations: async () => [world.orgId],
    context: () => world.context,
    carriers: { email },
  })
const toMother = (dedupeKey = woman.personId) =>
  queueAppointment(world.context, outboxOf(world), {
    personId: woman.personId,
    trajectoryId: woman.trajectoryId,
    dedupeKey,
  })
const toReferrer = (moment: 'started' | 'ended' = 'started') =>
  tellTestReferrer(world.context, outboxOf(world), { referralId: woman.referralId, moment })
const states = async () =>
  (
    await world.owner.query('select state from message where person_id = $1 order by id', [woman.personId])
  ).rows.map(({ state }) => state)

describe('sending', () => {
  test('hands over each message once, under a name of its own and from nobody in particular', async () => {
    const mailer = await serve(() => 'take')
    await toMother()
    await toReferrer()
    await round(mailer)
    await round(mailer)
    expect(await states()).toEqual(['sent', 'sent'])
    expect(received).toHaveLength(2)
    expect(received[0]).toMatchObject({ to: ownAddress })
    expect(received[0]?.text).toMatch(/^From: bericht@post\.example\.nl\r?$/m)
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(2)
  })
  test('waits while there is no mail server at all', async () => {
    await toReferrer()
    await round(null)
    expect(await states()).toEqual(['pending'])
  })
  test('tries again later when the server is not there, or can’t take it now', async () => {
    await toMother()
    await round(mailerAt(1))
    expect(await states()).toEqual(['pending'])
    world.turnTo('2026-11-03T09:02:00')
    const mailer = await serve((time) => (time === 1 ? 451 : 'take'))
    await round(mailer)
    expect(await states()).toEqual(['pending'])
    await round(mailer)
    expect(received).toEqual([])
    world.turnTo('2026-11-03T09:10:00')
    await round(mailer)
    expect(await states()).toEqual(['sent'])
    expect(received).toHaveLength(1)
  })
  test('gives up when the server will never take it, and tells a person', async () => {
    await toMother()
    await round(await serve(() => 554))
    expect(await states()).toEqual(['failed'])
    const { rows } = await world.owner.query('select reason_code from task where person_id = $1', [
      woman.personId,
    ])
    expect(rows).toEqual([{ reason_code: 'message-rejected' }])
  })
  test('a recipient that does not exist is refused for good', async () => {
    const mailer = await serve(() => 'take', {
      onRcptTo: (_address, _session, callback) => callback(smtpError(550, 'nobody here')),
    })
    await toReferrer()
    await round(mailer)
    expect(await states()).toEqual(['failed'])
  })
})

describe('a server that takes the message and falls silent', () => {
  test('gets a mother’s message once, whatever happens after', async () => {
    const mailer = await serve(() => 'drop')
    await toMother()
    await round(mailer)
    for (const moment of ['2026-11-03T09:10:00', '2026-11-03T10:30:00', '2026-11-03T11:59:00']) {
      world.turnTo(moment)
      await round(mailer)
    }
    expect(await states()).toEqual(['unknown'])
    expect(received).toHaveLength(1)
  })
  test('gets a referrer’s message again, under the same name', async () => {
    const mailer = await serve((time) => (time === 1 ? 'drop' : 'take'))
    await toReferrer()
    await round(mailer)
    expect(await states()).toEqual(['pending'])
    world.turnTo('2026-11-03T09:10:00')
    await round(mailer)
    expect(await states()).toEqual(['sent'])
    expect(received).toHaveLength(2)
    expect(received[0]?.messageId).toBe(received[1]?.messageId)
  })
})

describe('a process that dies', () => {
  /** Hands the message over and never comes back to say so. */
  const dying = (mailer: Carrier): Carrier => ({
    sender: mailer.sender,
    handOver: async (mail) => {
      await mailer.handOver(mail)
      throw new Error('killed')
    },
  })
  test('after the hand-over does not make a mother get it twice', async () => {
    const mailer = await serve(() => 'take')
    await toMother()
    await expect(round(dying(mailer))).rejects.toThrow('killed')
    await round(mailer)
    world.turnTo('2026-11-03T09:20:00')
    await round(mailer)
    expect(await states()).toEqual(['unknown'])
    expect(received).toHaveLength(1)
  })
  test('before the hand-over leaves a mother’s message to a person, and tries a referrer’s again', async () => {
    const mailer = await serve(() => 'take')
    const dead: Carrier = {
      sender: mailer.sender,
      handOver: async () => {
        throw new Error('killed')
      },
    }
    await toMother()
    await expect(round(dead)).rejects.toThrow('killed')
    await toReferrer()
    await expect(round(dead)).rejects.toThrow('killed')
    world.turnTo('2026-11-03T09:20:00')
    await round(mailer)
    world.turnTo('2026-11-03T09:40:00')
    await round(mailer)
    expect(await states()).toEqual(['unknown', 'sent'])
    expect(received).toHaveLength(1)
  })
})

test('many processes at once send each message once', async () => {
  const mailer = await serve(() => 'take')
  for (let at = 0; at < 12; at += 1) await toMother(`${woman.personId} ${at}`)
  await Promise.all([round(mailer), round(mailer), round(mailer), round(mailer)])
  await round(mailer)
  expect(received).toHaveLength(12)
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(12)
  expect(new Set(await states())).toEqual(new Set(['sent']))
})

describe('a text message', () => {
  let gateway: TestGateway
  beforeEach(async () => {
    gateway = await openTestGateway()
  })
  afterEach(() => gateway.close())
  const number = '+31612345678'
  const queueText = () =>
    queueAppointment(world.context, outboxOf(world), {
      personId: woman.personId,
      trajectoryId: woman.trajectoryId,
      dedupeKey: `text ${woman.personId}`,
      channel: 'text',
      address: number,
    })
  const textRound = (from = 'Bericht') =>
    sendDueMessages({
      organisations: async () => [world.orgId],
      context: () => world.context,
      carriers: {
        text: textGateway({
          url: `http://127.0.0.1:${gateway.port}/cgi-bin/sendsms`,
          user: 'naast',
          password: 'geheim',
          from,
          patience: 200,
        }),
      },
    })

  test('leaves by the gateway, once, and waits where there is none', async () => {
    await queueText()
    await round(null)
    expect(await states()).toEqual(['pending'])
    await textRound()
    await textRound()
    expect(await states()).toEqual(['sent'])
    expect(gateway.received).toMatchObject([{ to: number, from: 'Bericht' }])
  })
  test.each<GatewayMood>(['takes-and-is-silent', 'takes-and-closes', 'half-a-line', 500])(
    'of which nobody knows whether it went (%s) is not sent again, and somebody is asked to find out',
    async (mood) => {
      await queueText()
      gateway.mood = mood
      await textRound()
      gateway.mood = 202
      for (const moment of ['09:10', '10:30', '11:59']) {
        world.turnTo(`2026-11-03T${moment}:00`)
        await textRound()
      }
      expect(await states()).toEqual(['unknown'])
      expect(gateway.received.length).toBeLessThanOrEqual(1)
    },
  )
  test('from a sender that tells does not leave', async () => {
    await queueText()
    await textRound('Waterrijk')
    expect([await states(), gateway.received]).toEqual([['refused'], []])
  })
  test('leaves its number in no log', async () => {
    await queueText()
    const said: string[] = []
    const streams = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        said.push(String(chunk))
        return true
      }),
    )
    gateway.mood = 503
    await textRound()
    for (const stream of streams) stream.mockRestore()
    expect(said.join('')).not.toMatch(/612345678/)
    expect(await states()).toEqual(['pending'])
  })
})
