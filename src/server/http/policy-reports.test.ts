import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { guarded } from './guarded.ts'
import { policyReports, readReport } from './policy-reports.ts'
import { reportAddress } from './security-headers.ts'

const routes = ['/', '/members/:id', '/members/invite', '/trajectories/:id/safety', '/invitation/:token']
const at = (path: string) => `https://naast.example.nl${path}`
const old = (path: string, directive = 'script-src-elem') =>
  JSON.stringify({
    'csp-report': {
      'document-uri': at(path),
      'effective-directive': directive,
      'blocked-uri': 'https://kwaad.example.nl/zwaluw',
      'script-sample': 'let naam = "Zwaluwina"',
      referrer: at('/members/zwaluw'),
    },
  })

test('a report is read as its rule and the kind of page, and nothing of whose page it was', () => {
  const id = '0199b1c2-0000-7000-8000-000000000001'
  expect(readReport(old(`/trajectories/${id}/safety?said=x`), routes)).toEqual({
    directive: 'script-src-elem',
    page: '/trajectories/:id/safety',
  })
  expect(readReport(old('/members/invite'), routes)?.page).toBe('/members/invite')
  expect(readReport(old('/zwaluw/winterkoning'), routes)?.page).toBe('elsewhere')
})
test('whatever else is sent is no report', () => {
  for (const text of ['', '{', 'null', '[]', '{}', '"zwaluw"', '{"csp-report":{"document-uri":1}}'])
    expect(readReport(text, routes), text).toBeNull()
  expect(readReport(old('/', 'Zwaluwina; drop table'), routes)).toEqual({ directive: 'unknown', page: '/' })
  expect(readReport(old('/', `img-src ${'zwaluw'.repeat(99)}`), routes)?.directive).toBe('img-src')
})
test('so many a minute are kept, from our own pages only, and the answer is always the same', async () => {
  const told: unknown[] = []
  let now = Temporal.Instant.from('2026-11-03T09:00:00Z')
  const app = new Hono()
  app.use(guarded({ url: 'https://naast.example.nl' }))
  app.post(
    reportAddress,
    ...policyReports({ routes, tell: (message, facts) => told.push([message, facts]), now: () => now }),
  )
  const send = async (body: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
    (await app.request(reportAddress, { method: 'POST', body, headers })).status
  expect(await send(old('/'), {})).toBe(403)
  expect(await send(old('/'), { origin: 'https://kwaad.example.nl' })).toBe(403)
  expect(told).toEqual([])
  for (let sent = 0; sent < 30; sent += 1) expect(await send(old('/members/x'))).toBe(204)
  expect(told).toHaveLength(20)
  expect(JSON.stringify(told)).not.toMatch(/zwaluw|kwaad|naast\.example/i)
  now = now.add({ minutes: 1 })
  expect(await send('niets')).toBe(204)
  expect(await send(old('/'))).toBe(204)
  expect(told).toHaveLength(21)
  expect(await send('x'.repeat(40_000), { 'sec-fetch-site': 'same-origin', 'content-length': '40000' })).toBe(
    413,
  )
})
