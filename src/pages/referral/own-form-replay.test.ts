import { describe, expect, test } from 'vitest'
import { ownFormRoutes } from '#pages/referral/own-form.tsx'
import { publicSite } from '#testing/public-site.ts'
import type { Context } from '#usecases/context.ts'

const orgId = '00000000-0000-7000-8000-000000000001'
const context = {
  now: () => Temporal.Instant.from('2026-11-03T08:00:00Z'),
  newId: () => orgId,
} as Partial<Context> as Context
const site = publicSite(ownFormRoutes, { orgId, context })

const open = async (pressed: boolean, fields?: Record<string, string>) => {
  const response = await site.request('http://localhost/s/waterrijk', {
    headers: pressed ? { 'sec-fetch-user': '?1' } : {},
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  })
  return response.text()
}
const typed = { given: 'Farah', step: 'name', go: 'next' }

describe('her form, sent again by a browser that went back', () => {
  test('says nothing of what she typed', async () => {
    const next = await open(true, typed)
    expect(next).toContain('name="pressed" value="yes"')
    const again = await open(false, { ...typed, pressed: 'yes' })
    expect(again).not.toContain('Farah')
    expect(again).toContain('value="name"')
  })
  test('goes on as ever in a browser that never says who pressed', async () => {
    const next = await open(false, typed)
    expect(next).toContain('Farah')
    expect(next).not.toContain('name="pressed"')
  })
})
