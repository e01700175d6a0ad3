import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { guarded } from './guarded.ts'
import { addressOf } from './network.ts'
import { comesFromUs } from './same-origin.ts'

const appAt = (url: string) => {
  const app = new Hono()
  app.use(guarded({ url }))
  app.get('/page', (c) => c.html('<p>x'))
  app.get('/assets/x-abc123.css', (c) =>
    c.body('', 200, { 'cache-control': 'public, max-age=31536000, immutable' }),
  )
  app.get('/broken', () => {
    throw new Error('bug')
  })
  app.all('/form', (c) => c.text('done'))
  app.all('/api/fhir/Bundle', (c) => c.text('done'))
  app.onError((_, c) => c.text('sorry', 500))
  return app
}
const plain = appAt('http://localhost:3000')

describe('security headers', () => {
  test('are these', async () => {
    const { headers } = await appAt('https://naast.example.nl').request('/page')
    expect(Object.fromEntries(headers)).toMatchInlineSnapshot(`
      {
        "cache-control": "no-store",
        "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; worker-src 'none'; manifest-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /policy-reports",
        "content-type": "text/html; charset=UTF-8",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(), compute-pressure=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), keyboard-map=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), storage-access=(), sync-xhr=(), usb=(), web-share=(), window-management=(), xr-spatial-tracking=()",
        "referrer-policy": "same-origin",
        "strict-transport-security": "max-age=31536000; includeSubDomains",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
      }
    `)
  })
  test('are on every answer: found, not found, refused, broken', async () => {
    const answers = [
      await plain.request('/page'),
      await plain.request('/nowhere'),
      await plain.request('/broken'),
      await plain.request('/form', { method: 'POST' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 500, 403])
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })
  test('let a browser keep built files only', async () => {
    const { headers } = await plain.request('/assets/x-abc123.css')
    expect(headers.get('cache-control')).toContain('immutable')
  })
  test('promise TLS only where there is TLS', async () => {
    expect((await plain.request('/page')).headers.has('strict-transport-security')).toBe(false)
  })
})

describe('a form of another site', () => {
  const own = 'https://naast.example.nl'
  const post = { method: 'POST', path: '/form', fetchSite: null, origin: null, authorization: null }
  test.each([
    ['same-origin', null, true],
    ['same-origin', 'https://evil.example', true],
    ['none', null, true],
    ['same-site', own, false],
    ['cross-site', own, false],
    ['cross-site', 'https://evil.example', false],
    ['', own, false],
    [null, own, true],
    [null, 'https://evil.example', false],
    [null, 'https://naast.example.nl.evil.example', false],
    [null, 'http://naast.example.nl', false],
    [null, 'null', false],
    [null, null, false],
  ])('with Sec-Fetch-Site %s and Origin %s: passes is %s', (fetchSite, origin, passes) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'PROPFIND'])
      expect(comesFromUs({ ...post, method, fetchSite, origin }, own)).toBe(passes)
  })
  test('may be looked at', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(comesFromUs({ ...post, method, fetchSite: 'cross-site' }, own)).toBe(true)
  })
  test('is not asked of a system with a key, and of nobody else at the API', () => {
    const api = { ...post, path: '/api/fhir/Bundle' }
    expect(comesFromUs({ ...api, authorization: 'Bearer x' }, own)).toBe(true)
    expect(comesFromUs(api, own)).toBe(false)
    expect(comesFromUs({ ...post, authorization: 'Bearer x' }, own)).toBe(false)
  })
  test('is told why, in the API as problem+json', async () => {
    expect((await plain.request('/form', { method: 'POST' })).status).toBe(403)
    const answer = await plain.request('/api/fhir/Bundle', { method: 'POST' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'application/problem+json'])
  })
})

test('a body that is too large is not read', async () => {
  const answer = await plain.request('/form', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-length': String(17 * 1024 * 1024) },
    body: 'x',
  })
  expect(answer.status).toBe(413)
})

describe('the address of a request', () => {
  test.each([
    ['198.51.100.9', undefined, 0, '198.51.100.9'],
    ['10.0.0.2', '203.0.113.7', 1, '203.0.113.7'],
    ['198.51.100.9', '203.0.113.7', 0, '198.51.100.9'],
    ['10.0.0.2', '1.1.1.1, 203.0.113.7', 1, '203.0.113.7'],
    ['10.0.0.2', '1.1.1.1, 203.0.113.7, 10.0.0.3', 2, '203.0.113.7'],
    ['10.0.0.2', '203.0.113.7', 2, '10.0.0.2'],
    ['10.0.0.2', '<script>', 1, '10.0.0.2'],
    [undefined, undefined, 0, 'unknown'],
  ])('connection %s, forwarded for %s, %i proxies: %s', (connection, forwarded, proxies, address) => {
    expect(addressOf(connection, forwarded, proxies)).toBe(address)
  })
})
