import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asXml, bundle } from '#testing/fhir-bundle.ts'
import { openApi, type TestApi } from '../../testing/api.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { endpoints } from './endpoints.ts'

let world: World
let api: TestApi
let key: string
beforeAll(async () => {
  world = await openWorld()
  api = openApi(world)
  key = (await api.key()).key
})
afterAll(() => world.close())

/** What any answer to bad input is: a 4xx that says so in a known format, and never anything about a bug. */
async function expectRefused(answer: Response, ...statuses: number[]): Promise<void> {
  const text = await answer.text()
  expect(answer.status, text).toBeGreaterThanOrEqual(400)
  expect(answer.status, text).toBeLessThan(500)
  if (statuses.length > 0) expect(statuses, text).toContain(answer.status)
  expect(answer.headers.get('content-type')).toMatch(/problem\+json|fhir\+(json|xml)/)
  expect(text).not.toMatch(/Error:|\.ts:|node_modules|stack|SELECT|constraint/)
  expect(api.troubles).toEqual([])
}
const door = '/api/fhir/Bundle'
const post = (body: BodyInit, type = 'application/fhir+json', headers: Record<string, string> = {}) =>
  api.send('POST', door, { key, headers: { 'content-type': type, ...headers }, body })

describe('every endpoint, from the table', () => {
  const concrete = (path: string) => path.replace(/:\w+/g, 'x')
  test.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s refuses other methods, other keys and other questions',
    async (_, endpoint) => {
      const path = concrete(endpoint.path)
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', endpoint.method === 'GET' ? 'POST' : 'GET'])
        await expectRefused(await api.send(method, path, { key }), 405)
      if (endpoint.access === 'open') return
      const body = endpoint.method === 'POST' ? '{}' : undefined
      for (const authorization of [
        '',
        'Bearer',
        'Basic YTpi',
        `Bearer ${'x'.repeat(100_000)}`,
        `bearer ${key}é`,
      ])
        await expectRefused(await api.send(endpoint.method, path, { headers: { authorization }, body }), 401)
      for (const query of [
        '?x=1',
        '?__proto__=1',
        '?constructor=1',
        `?${'a'.repeat(10_000)}=1`,
        '?%00=%00',
        '?%=%',
      ])
        await expectRefused(await api.send(endpoint.method, path + query, { key, body }), 400)
    },
  )
  test('holds any path', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), async (path) => {
        await expectRefused(await api.send('GET', `/api/v1/referrals${path || '/x'}`, { key }))
      }),
      { numRuns: 50 },
    )
  })
})

describe('a body', () => {
  const whole = JSON.stringify(bundle())
  test('that is too large is 413, also when its length was not told', async () => {
    await expectRefused(await post('x'.repeat(1024 * 1024 + 1)), 413)
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    })
    const request = new Request(`http://localhost${door}`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    } as RequestInit)
    await expectRefused(await api.app.request(request), 413)
  })
  test('that breaks off is 400', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('gone')),
    })
    const request = new Request(`http://localhost${door}`, {
      method: 'POST',
      body: broken,
      duplex: 'half',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    } as RequestInit)
    await expectRefused(await api.app.request(request), 400)
  })
  test.each([
    '',
    'text/plain',
    'application/jsonx',
    'multipart/form-data',
    'application/json; charset=utf-16',
    `${'x'.repeat(5000)}`,
  ])('of type %j is 415', async (type) => expectRefused(await post(whole, type), 415))
  test('that is packed is 415', async () =>
    expectRefused(await post(whole, 'application/json', { 'content-encoding': 'gzip' }), 415))
  test.each([
    ['UTF-16', Buffer.from(whole, 'utf16le')],
    ['Windows-1252', Buffer.from(whole.replace('Amina', 'Zoë'), 'latin1')],
    ['half a character', Buffer.from([0x7b, 0xc3])],
    ['a null byte', Buffer.from('{"a":"\u0000"}')],
    ['nothing', Buffer.alloc(0)],
  ])('with %s is 400', async (_, body) => {
    await expectRefused(await post(new Uint8Array(body)), 400)
    await expectRefused(await post(new Uint8Array(body), 'application/xml'), 400)
  })
  test('with an entity bomb is 400', async () => {
    const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
      '',
    )
    const bomb = `<?xml version="1.0"?><!DOCTYPE z [<!ENTITY l0 "lol">${lol}]><Bundle xmlns="http://hl7.org/fhir"><id value="&l9;"/></Bundle>`
    await expectRefused(await post(bomb, 'application/fhir+xml'), 400)
  })
  test('of any depth is 400', async () => {
    await expectRefused(await post('['.repeat(500_000)), 400)
    await expectRefused(
      await post(`{"resourceType":"Bundle","a":${'{"a":'.repeat(150_000)}1${'}'.repeat(150_001)}`),
      400,
    )
    await expectRefused(await post('<a>'.repeat(300_000), 'application/xml'), 400)
  })
  test('with an odd Idempotency-Key is 400', async () => {
    for (const odd of ['', ' ', 'a b', 'x'.repeat(256), 'é'])
      await expectRefused(await post(whole, undefined, { 'idempotency-key': odd }), 400)
  })
})

test('broken bundles of every kind are 201 or 4xx, never a bug', async () => {
  const samples = [asXml(bundle()), JSON.stringify(bundle())] as const
  const broken = fc
    .tuple(
      fc.constantFrom(0, 1),
      fc.nat(),
      fc.nat(40),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom('\\u0000', 'A'.repeat(10_000), '\\ud800', '\u202e', '&#0;', '-1', 'null', '=1+1'),
      ),
    )
    .map(([which, at, size, instead]) => {
      const text = samples[which as 0 | 1]
      const start = at % text.length
      return {
        body: text.slice(0, start) + instead + text.slice(start + size),
        type: which === 0 ? 'xml' : 'json',
      }
    })
  await fc.assert(
    fc.asyncProperty(broken, async ({ body, type }) => {
      const answer = await post(body, `application/fhir+${type}`)
      if (answer.status !== 201) await expectRefused(answer)
      expect(api.troubles).toEqual([])
    }),
    { numRuns: 250 },
  )
})

test('any text in any field is 201 or 4xx, never a bug', async () => {
  type Json = Record<string, unknown>
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      'A'.repeat(10_000),
      '\u202eabc',
      '0',
      '99999999999999999999',
      '-1',
      '2026-02-30',
      '9999-12-31',
      '0000-00-00',
      "'; drop table referral; --",
      '=HYPERLINK("x")',
      '<script>',
    ),
    fc.constantFrom(null, true, 0, -1, 1e308, [], {}, [[[]]]),
  )
  /** Puts the value in the place of one of the leaves. */
  const put = (json: unknown, at: { left: number }, value: unknown): unknown => {
    if (Array.isArray(json)) return json.map((one) => put(one, at, value))
    if (typeof json === 'object' && json !== null)
      return Object.fromEntries(
        Object.entries(json as Json).map(([name, one]) => [name, put(one, at, value)]),
      )
    at.left -= 1
    return at.left === -1 ? value : json
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(110), odd, async (at, value) => {
      const answer = await post(JSON.stringify(put(bundle(), { left: at }, value)))
      if (answer.status !== 201) await expectRefused(answer)
      expect(api.troubles).toEqual([])
    }),
    { numRuns: 300 },
  )
})
