import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { type Host, page } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { type SiteParts, siteOf } from '#pages/site.tsx'
import { noAssets } from '#testing/public-site.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'

const { unlessLeftOut, without } = await vi.hoisted(() => import('#testing/left-out.ts'))
/** Each can be left out here, to see that it is missed. */
const leaveOut = vi.hoisted(() => ({
  numbers: 'whom to call, once danger was said',
  line: 'whom to call, before anything is said',
  failed: 'what a page shows when it can’t be saved',
  mail: 'that no mail leaves now',
}))
vi.mock('#pages/concern/emergency.tsx', async (original) => {
  const real = await original<typeof import('#pages/concern/emergency.tsx')>()
  const nothing = () => '' as never
  return {
    Emergency: unlessLeftOut(leaveOut.numbers, real.Emergency, nothing),
    EmergencyLine: unlessLeftOut(leaveOut.line, real.EmergencyLine, nothing),
  }
})
vi.mock('#pages/concern/one-concern.tsx', async (original) => {
  const real = await original<typeof import('#pages/concern/one-concern.tsx')>()
  return {
    ...real,
    Asked: unlessLeftOut(leaveOut.mail, real.Asked, (props) => real.Asked({ ...props, mailReady: true })),
  }
})

let world: World
let woman: RunningTrajectory
let lead: MemberActor
beforeAll(async () => {
  world = await openWorld()
  lead = await world.member(['safeguarding_lead'])
  woman = await runningTrajectory(world)
})
afterAll(() => world.close())

const troubles: unknown[] = []
const site = (more: Partial<SiteParts> = {}, pages = routes) => {
  const host: Host = {
    orgId: world.orgId,
    name: 'Stichting Waterrijk',
    slug: 'waterrijk',
    theme: 'naast',
    zone: 'Europe/Amsterdam',
  }
  return siteOf(
    {
      demo: false,
      assets: noAssets,
      context: () => world.context,
      newRequestId: () => 'test',
      signedIn: async () => ({ actor: woman.worker, name: 'Ans', language: 'nl', host }),
      signIn: undefined as never,
      network: () => '203.0.113.7',
      hostBySlug: async () => null,
      trouble: (_, error) => troubles.push(error),
      ...more,
    },
    pages,
  )
}
const tap = async (level: string, at = woman.trajectoryId, more: Partial<SiteParts> = {}) => {
  const response = await site(more).request(paths.concern.raise(at), {
    method: 'POST',
    body: new URLSearchParams({ level, key: world.context.newId(), words: 'Hij staat voor de deur.' }),
  })
  return { status: response.status, html: await response.text(), to: response.headers.get('location') }
}
/** Both numbers, as links that dial, before the page's own heading. */
const numbersFirst = (html: string) => {
  const main = html.slice(html.indexOf('<main'))
  expect(main.indexOf('href="tel:112"')).toBeGreaterThan(0)
  expect(main.indexOf('href="tel:08002000"')).toBeGreaterThan(main.indexOf('href="tel:112"'))
  const heading = main.indexOf('<h1')
  expect(main.indexOf('href="tel:08002000"')).toBeLessThan(heading < 0 ? main.length : heading)
}
const kept = async () =>
  Number((await world.owner.query('select count(*)::int as count from concern')).rows[0].count)

describe('danger now', () => {
  test('shows whom to call at once, before anything else, and who was asked', async () => {
    const before = await kept()
    const { status, html } = await tap('danger_now')
    expect(status).toBe(200)
    numbersFirst(html)
    expect(html).toContain('Lid safeguarding_lead')
    expect(html).toContain('Er gaat nu geen e-mail weg')
    expect(await kept()).toBe(before + 1)
  })
  test('shows them also when nothing can be saved, and says so', async () => {
    const before = await kept()
    await world.owner.query('revoke insert on concern from naast_work')
    try {
      const { status, html } = await tap('danger_now')
      expect(status).toBe(500)
      numbersFirst(html)
      expect(html).toContain('Dit is niet bewaard')
      expect(troubles).toHaveLength(1)
    } finally {
      await world.owner.query('grant insert on concern to naast_work')
    }
    expect(await kept()).toBe(before)
  })
  test('shows them also when nobody can be recognised, her session ended, or the woman is not hers', async () => {
    const lost = await tap('danger_now', woman.trajectoryId, {
      signedIn: async () => {
        throw new Error('no database')
      },
    })
    expect(lost.status).toBe(500)
    numbersFirst(lost.html)
    const ended = await tap('danger_now', woman.trajectoryId, { signedIn: async () => null })
    expect(ended.status).toBe(401)
    numbersFirst(ended.html)
    // What she typed is still there to be sent.
    expect(ended.html).toContain('Hij staat voor de deur.')
    const stranger = await tap('danger_now', world.context.newId())
    expect(stranger.status).toBe(404)
    numbersFirst(stranger.html)
    const tooLong = await site().request(paths.concern.raise(woman.trajectoryId), {
      method: 'POST',
      body: new URLSearchParams({ level: 'danger_now', words: 'x'.repeat(2000) }),
    })
    expect(tooLong.status).toBe(422)
    numbersFirst(await tooLong.text())
  })
})

describe('when there is danger and Naast is down (domain.md 7.6, H17)', () => {
  const raisePage = paths.concern.raise(':id')
  /** What is missing of what somebody must have, whatever works; with the page's own answer to a failure or a plain one. */
  async function missing(pages = routes): Promise<string[]> {
    const numbers = ['href="tel:112"', 'href="tel:08002000"']
    const lacks = (html: string, wanted: readonly string[], where: string) =>
      wanted.filter((one) => !html.includes(one)).map((one) => `${where}: ${one}`)
    const before = await (await site({}, pages).request(paths.concern.raise(woman.trajectoryId))).text()
    const hers = await (await site({}, pages).request(paths.trajectory.one(woman.trajectoryId))).text()
    const tapped = await tap('danger_now')
    const failed = await site(
      {
        signedIn: async () => {
          throw new Error('no database')
        },
      },
      pages,
    ).request(paths.concern.raise(woman.trajectoryId), {
      method: 'POST',
      body: new URLSearchParams({ level: 'danger_now' }),
    })
    return [
      ...lacks(before, numbers, 'before anything is sent'),
      // On the page about her there is no name of an agency for whoever reads along.
      ...lacks(hers, numbers.slice(0, 1), 'on her page'),
      ...lacks(tapped.html, [...numbers, 'Er gaat nu geen e-mail weg'], 'once it is said'),
      ...lacks(await failed.text(), [...numbers, 'Dit is niet bewaard'], 'when nothing works'),
    ]
  }
  test('whom to call stands on the page before anything is sent, and whatever fails', async () => {
    expect(await missing()).toEqual([])
  })
  test.each([
    [leaveOut.numbers, 'once it is said: href="tel:112"'],
    [leaveOut.numbers, 'when nothing works: href="tel:08002000"'],
    [leaveOut.line, 'before anything is sent: href="tel:112"'],
    [leaveOut.mail, 'once it is said: Er gaat nu geen e-mail weg'],
  ])('and it is noticed without %s', async (part, missed) => {
    expect(await without(part, missing)).toContain(missed)
  })
  test(`and it is noticed without ${leaveOut.failed}`, async () => {
    const plain = routes.map((route) =>
      route.path === raisePage ? { ...route, failed: () => page('', '') } : route,
    )
    expect(await missing(plain)).toContain('when nothing works: Dit is niet bewaard')
  })
})

describe('a worry', () => {
  test('is told from the page of the woman and of the visit, and leads to where it stands', async () => {
    const pages = staffSite(routes, world, woman.worker)
    const trajectory = await (await pages.request(paths.trajectory.one(woman.trajectoryId))).text()
    expect(trajectory).toContain(`action="${paths.concern.raise(woman.trajectoryId)}"`)
    const { status, to } = await tap('worried')
    expect(status).toBe(303)
    const one = await pages.request(to ?? '')
    const html = await one.text()
    expect(html).toContain('Hij staat voor de deur.')
    expect(html).not.toContain('Wat is er gedaan?')
    // Nothing of her in the title or the address.
    expect(/<title>([^<]*)/.exec(html)?.[1]).not.toMatch(/Semira/)
  })
  test('without a level comes back with what was typed', async () => {
    const { status, html } = await tap('')
    expect(status).toBe(422)
    expect(html).toContain('Hij staat voor de deur.')
  })
  test('is answered by whoever may decide, with plain forms', async () => {
    const { to } = await tap('very_worried')
    const at = (to ?? '').split('?')[0] ?? ''
    const pages = staffSite(routes, world, lead)
    const post = async (fields: Record<string, string>) => {
      const page = await (await pages.request(at)).text()
      const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
      return pages.request(at, { method: 'POST', body: new URLSearchParams({ version, ...fields }) })
    }
    expect((await post({ what: 'take-up' })).status).toBe(303)
    expect((await post({ what: 'answer' })).status).toBe(422)
    expect((await post({ what: 'answer', deed: 'spoke_with_worker', words: 'Gebeld.' })).status).toBe(303)
    expect((await post({ what: 'close', outcome: 'watch', watchUntil: 'gisteren' })).status).toBe(422)
    expect((await post({ what: 'close', outcome: 'watch', watchUntil: '10-11-2026' })).status).toBe(303)
    expect(await (await pages.request(at)).text()).toContain('We kijken op een dag opnieuw')
  })
})

describe('the card', () => {
  test('of no one says nothing, and a worker finds none', async () => {
    const pages = staffSite(routes, world, woman.worker)
    expect((await pages.request(paths.safety.card(world.context.newId()))).status).toBe(404)
  })
})
