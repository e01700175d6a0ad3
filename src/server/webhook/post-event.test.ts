import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { DeliveryResult } from '#domain/webhook/webhook.ts'
import { eventPoster, type PostSettings } from './post-event.ts'
import { type Reachable, reachableFrom } from './reachable.ts'

interface Received {
  readonly path: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}
let received: Received[] = []
const open: net.Server[] = []
const sockets: net.Socket[] = []
afterEach(async () => {
  received = []
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const server of open.splice(0)) await new Promise((done) => server.close(done))
})

const listening = async (server: net.Server): Promise<number> => {
  open.push(server)
  server.on('connection', (socket) => sockets.push(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
/** Another system: keeps what it is told and answers as it is told to. */
const receiver = (answer: (response: http.ServerResponse) => void): Promise<number> =>
  listening(
    http.createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => {
        body += chunk
      })
      request.on('end', () => {
        received.push({ path: request.url ?? '', headers: request.headers, body })
        answer(response)
      })
    }),
  )
const answering = (status: number, headers: http.OutgoingHttpHeaders = {}) =>
  receiver((response) => response.writeHead(status, headers).end('geheim antwoord'))

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const oldSecret = `whsec_${Buffer.alloc(32, 8).toString('base64')}`
const event = {
  id: '01930000-0000-7000-8000-000000000001',
  kind: 'referral.status_changed',
  at: Temporal.Instant.from('2026-11-03T07:00:00Z'),
  referralId: '01930000-0000-7000-8000-000000000002',
  secrets: [secret],
} as const
const here: Reachable = reachableFrom({ outside: false, networks: ['127.0.0.1'] })
const post = (
  address: string,
  more: Partial<PostSettings> = {},
  secrets: readonly string[] = [secret],
): Promise<DeliveryResult> =>
  eventPoster({
    site: 'https://naast.example.nl',
    now: () => Temporal.Instant.from('2026-11-03T08:00:00.9Z'),
    reachable: here,
    patience: 2_000,
    ...more,
  })({ ...event, secrets, address })

/** As the receiver does it: by the three headers and the bytes that came. */
const isSignedWith = (shown: string, { headers, body }: Received): boolean => {
  const expected = createHmac('sha256', Buffer.from(shown.replace('whsec_', ''), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')
  return String(headers['webhook-signature']).split(' ').includes(`v1,${expected}`)
}

describe('an event', () => {
  test('comes with its id, the moment of this try and a signature', async () => {
    const port = await answering(204)
    expect(await post(`http://127.0.0.1:${port}/naast?p=1`)).toEqual({ status: 204 })
    const [one] = received
    if (!one) throw new Error('nothing came')
    expect(one.path).toBe('/naast?p=1')
    expect(one.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': event.id,
      'webhook-timestamp': '1793692800',
    })
    expect(isSignedWith(secret, one)).toBe(true)
    expect(isSignedWith(oldSecret, one)).toBe(false)
    expect(isSignedWith(secret, { ...one, body: one.body.replace('2026', '2027') })).toBe(false)
    expect(
      isSignedWith(secret, { ...one, headers: { ...one.headers, 'webhook-timestamp': '1793692801' } }),
    ).toBe(false)
  })
  test('is signed with both secrets while they change', async () => {
    const port = await answering(200)
    await post(`http://127.0.0.1:${port}/`, {}, [secret, oldSecret])
    for (const one of received)
      for (const each of [secret, oldSecret]) expect(isSignedWith(each, one)).toBe(true)
    expect(received).toHaveLength(1)
  })
  test('says that something changed and where to ask, in these words and no others', async () => {
    const port = await answering(200)
    await post(`http://127.0.0.1:${port}/`)
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      type: 'referral.status_changed',
      id: event.id,
      timestamp: '2026-11-03T07:00:00Z',
      data: {
        id: event.referralId,
        link: `https://naast.example.nl/api/v1/referrals/${event.referralId}`,
      },
    })
    expect(Object.keys(received[0]?.headers ?? {}).sort()).toEqual(
      [
        'connection',
        'content-length',
        'content-type',
        'host',
        'user-agent',
        'webhook-id',
        'webhook-signature',
        'webhook-timestamp',
      ].sort(),
    )
  })
})

test('the code in docs/api.md tells what is ours from what is not', async () => {
  const sample = readFileSync('docs/api.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('    ') || line === '')
    .join('\n')
    .match(/ {4}import \{ createHmac[\s\S]*?\n {4}\}\n/)?.[0]
  const { isFromNaast } = await import(`data:text/javascript,${encodeURIComponent(sample ?? '')}`)
  const port = await answering(200)
  const now = () => Temporal.Now.instant()
  await post(`http://127.0.0.1:${port}/`, { now }, [oldSecret, secret])
  const [one] = received
  if (!one) throw new Error('nothing came')
  const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`
  expect([secret, oldSecret, other].map((each) => isFromNaast(one.headers, one.body, each))).toEqual([
    true,
    true,
    false,
  ])
  expect(isFromNaast(one.headers, `${one.body} `, secret)).toBe(false)
  expect(isFromNaast({}, one.body, secret)).toBe(false)
  const old = { ...one.headers, 'webhook-timestamp': String(Number(one.headers['webhook-timestamp']) - 301) }
  expect(isFromNaast(old, one.body, secret)).toBe(false)
})

describe('an answer', () => {
  test('is its status', async () => {
    for (const status of [200, 410, 429, 500])
      expect(await post(`http://127.0.0.1:${await answering(status)}/`)).toEqual({ status })
  })
  test('may ask to be left alone for a while, a day at most', async () => {
    for (const [header, askedFor] of [
      ['120', 120],
      ['Tue, 03 Nov 2026 08:05:00 GMT', 300],
      ['999999999', 86_400],
    ] as const)
      expect(await post(`http://127.0.0.1:${await answering(503, { 'retry-after': header })}/`)).toEqual({
        status: 503,
        askedFor,
      })
    expect(await post(`http://127.0.0.1:${await answering(503, { 'retry-after': 'morgen' })}/`)).toEqual({
      status: 503,
    })
  })
  test('that points elsewhere is not followed', async () => {
    const elsewhere = await answering(200)
    for (const status of [301, 302, 303, 307, 308]) {
      received = []
      const port = await answering(status, { location: `http://127.0.0.1:${elsewhere}/binnen` })
      expect(await post(`http://127.0.0.1:${port}/buiten`)).toEqual({ status })
      expect(received.map(({ path }) => path)).toEqual(['/buiten'])
    }
  })
  test('that never ends is not read', async () => {
    const port = await receiver((response) => {
      response.writeHead(200)
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      response.on('error', () => undefined)
      more()
    })
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ status: 200 })
  })
  test('that doesn’t come, or comes a drop at a time, is too slow', async () => {
    const silent = await receiver(() => undefined)
    expect(await post(`http://127.0.0.1:${silent}/`, { patience: 100 })).toEqual({ failure: 'too-slow' })
    const dripping = await listening(
      net.createServer((socket) => {
        socket.on('error', () => undefined)
        const drip = setInterval(() => socket.write('H'), 10)
        socket.on('close', () => clearInterval(drip))
      }),
    )
    const result = await post(`http://127.0.0.1:${dripping}/`, { patience: 100 })
    expect(['too-slow', 'no-connection']).toContain('failure' in result && result.failure)
  })
  test('of something that speaks no HTTP, or of nobody, is none', async () => {
    const babble = await listening(
      net.createServer((socket) => socket.on('error', () => undefined).end('hallo\r\n\r\n')),
    )
    expect(await post(`http://127.0.0.1:${babble}/`)).toEqual({ failure: 'no-connection' })
    expect(await post('http://127.0.0.1:1/')).toEqual({ failure: 'no-connection' })
    const plain = await answering(200)
    expect(await post(`https://127.0.0.1:${plain}/`)).toEqual({ failure: 'no-connection' })
    expect(received).toEqual([])
  })
})

describe('an address', () => {
  const outside = reachableFrom({ outside: true, networks: [] })
  const leadsTo = (...found: readonly string[]) => ({
    resolve: async () => found.map((address) => ({ address, family: net.isIP(address) })),
  })
  test('inside our walls gets nothing, however it is written or whatever its name', async () => {
    const port = await answering(200)
    for (const host of [
      '127.0.0.1',
      '127.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
    ])
      expect(await post(`http://${host}:${port}/`, { reachable: outside }), host).toEqual({
        failure: 'network-refused',
      })
    expect(await post(`http://localhost:${port}/`, { reachable: outside })).toEqual({
      failure: 'network-refused',
    })
    for (const found of [['127.0.0.1'], ['10.0.0.1'], ['169.254.169.254'], ['8.8.8.8', '127.0.0.1']])
      expect(
        await post(`http://buiten.example.nl:${port}/`, { reachable: outside, ...leadsTo(...found) }),
      ).toEqual({ failure: 'network-refused' })
    expect(received).toEqual([])
  })
  test('is the one that was looked at: the name is not asked again', async () => {
    const port = await answering(200)
    let asked = 0
    const resolve = async () => {
      asked += 1
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
    }
    // No such name is known anywhere: only what was looked at leads here.
    expect(await post(`http://bestaat-niet.invalid:${port}/`, { resolve })).toEqual({ status: 200 })
    expect(asked).toBe(1)
    expect(received[0]?.headers.host).toBe(`bestaat-niet.invalid:${port}`)
  })
  test('that leads nowhere is unknown', async () => {
    expect(await post('http://bestaat-niet.invalid/')).toEqual({ failure: 'name-unknown' })
    expect(await post('http://leeg.example.nl/', leadsTo())).toEqual({ failure: 'name-unknown' })
  })
  test('whose name is never found out is too slow', async () => {
    const resolve = () => new Promise<never>(() => undefined)
    expect(await post('http://traag.example.nl/', { resolve, patience: 50 })).toEqual({ failure: 'too-slow' })
  })
  test.each([
    ...[
      '0.0.0.0',
      '10.255.0.1',
      '100.64.0.1',
      '127.9.9.9',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...['192.168.1.1', '192.0.2.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...[
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '::ffff:127.0.0.1',
      '64:ff9b::7f00:1',
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'ff02::1',
    ],
    ...['2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '100::1', '4000::1', 'geen adres', '127.1', ''],
  ])('%s is not outside', (address) => expect(outside(address)).toBe(false))
  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2a00:1450:4009::1', '2606:4700::1'])(
    '%s is',
    (address) => expect(outside(address)).toBe(true),
  )
  test('near is reached where it is named, and in a demo nothing else is', () => {
    const named = reachableFrom({ outside: false, networks: ['10.1.0.0/16', 'fd00::/8'] })
    expect(['10.1.2.3', 'fd00::9', '10.2.0.1', '8.8.8.8', '2a00:1450::1'].map(named)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
