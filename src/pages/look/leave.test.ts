import { expect, test } from 'vitest'
import { leaveRoutes, neutralPlace } from '#pages/look/exit.tsx'
import type { Host } from '#pages/page.ts'
import { type SiteParts, siteOf } from '#pages/site.tsx'

const host: Host = {
  orgId: '01900000-0000-7000-8000-000000000001',
  name: 'Stichting Waterrijk',
  slug: 'waterrijk',
  theme: 'none',
  zone: 'Europe/Amsterdam',
  exitUrl: 'https://www.example.nl/recepten',
}
const troubles: unknown[] = []
const siteWith = (parts: Partial<SiteParts>) =>
  siteOf(
    {
      demo: false,
      context: () => ({ requestId: 'one', newId: () => 'id', now: () => Temporal.Now.instant() }),
      newRequestId: () => 'one',
      signedIn: async () => null,
      network: () => '::1',
      hostBySlug: async (slug: string) => (slug === host.slug ? host : null),
      trouble: (_id: string, error: unknown) => troubles.push(error),
      ...parts,
    } as unknown as SiteParts,
    leaveRoutes,
  )
const leave = async (path: string, parts: Partial<SiteParts> = {}) => {
  const { status, headers } = await siteWith(parts).request(`http://localhost${path}`)
  expect(status).toBe(303)
  expect(headers.get('clear-site-data')).toBe('"cache"')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('set-cookie')).toBeNull()
  return headers.get('location')
}

test('the way out leads where the organisation chose, and drops what the browser kept', async () => {
  expect(await leave('/leave/waterrijk')).toBe('https://www.example.nl/recepten')
})
test('it leads nowhere else, whatever the address says', async () => {
  for (const path of [
    '/leave?to=https://evil.example',
    '/leave/https:evil.example',
    '/leave/nergens?org=waterrijk',
  ])
    expect(await leave(path)).toBe(neutralPlace)
})
test('an organisation that is not there leads out as well, and tells nothing by it', async () => {
  expect(await leave('/leave/nergens')).toBe(neutralPlace)
  expect(await leave('/leave/nergens', { exitTo: 'https://www.example.nl/weer' })).toBe(
    'https://www.example.nl/weer',
  )
})
test('it is open when the database is not', async () => {
  const broken = new Error('the database is away')
  expect(
    await leave('/leave/waterrijk', {
      hostBySlug: async () => {
        throw broken
      },
    }),
  ).toBe(neutralPlace)
  expect(troubles).toEqual([broken])
})
