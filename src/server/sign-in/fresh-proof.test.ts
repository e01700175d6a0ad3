import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { routes } from '#pages/routes.ts'
import { siteOf } from '#pages/site.tsx'
import { listMembers } from '#usecases/member/list-members.ts'
import { fieldsOn } from '../../../testing/html.ts'
import { noAssets } from '../../../testing/public-site.ts'
import { openSignInWorld, type SignInWorld } from '../../../testing/sign-in-world.ts'
import { Browser, codeOf, goodPassword, type Person } from '../../../testing/sign-in-world-on.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await openSignInWorld()
})
afterAll(() => world.close())

let made = 0
let person: Person
beforeEach(async () => {
  world.turnTo('2026-11-03')
  person = await world.person(`zeker${++made}@example.nl`, ['administrator'])
})
const later = (minutes: number) =>
  world.turnTo(Temporal.PlainDateTime.from('2026-11-03T09:00').add({ minutes }).toString())
const provedAt = async (browser = person.browser) =>
  (await world.signIn.signedIn(browser.request))?.actor.provedAt ?? null
const prove = (code: string, browser = person.browser) => world.signIn.freshProof(browser.caller, code)

describe('a fresh proof', () => {
  test('is the code of her phone, typed now, for this session alone', async () => {
    const other = new Browser('198.51.100.9')
    other.keep(await world.signIn.withPassword(other.caller, person.email, goodPassword))
    other.keep(await world.signIn.withRecoveryCode(other.caller, person.recoveryCodes[0] ?? ''))
    // A code from a drawer lets her in, and is no proof that it is she.
    expect(await provedAt(other)).toBeNull()
    later(10)
    expect(await world.signIn.proofWays(person.browser.caller)).toEqual(['code'])
    expect(await prove(codeOf(person.secret))).toBe('proved')
    expect(await provedAt()).toEqual(world.context.now())
    expect(await provedAt(other)).toBeNull()
  })
  test('is there for who came in with a code a moment ago', async () => {
    expect(await provedAt()).toEqual(world.context.now())
  })
  test('is no wrong code, no recovery code, no code that was used, and nothing at all', async () => {
    later(10)
    const before = await provedAt()
    for (const wrong of ['000000', '', 'press', person.recoveryCodes[1] ?? '', codeOf(person.secret, -9)])
      expect(await prove(wrong)).toBe('refused')
    const code = codeOf(person.secret)
    expect(await prove(code)).toBe('proved')
    later(20)
    expect(await prove(code)).toBe('refused')
    expect(await provedAt()).not.toEqual(world.context.now())
    expect(await provedAt()).not.toEqual(before)
  })
  test('is not given by nobody', async () => {
    expect(await world.signIn.proofWays(new Browser().caller)).toEqual([])
    expect(await prove(codeOf(person.secret), new Browser())).toBe('refused')
  })
  test('can’t be guessed: after ten tries it waits', async () => {
    const answers: string[] = []
    for (let guess = 0; guess < 12; guess += 1) answers.push(await prove(String(100_000 + guess)))
    expect(answers.slice(-2)).toEqual(['slow-down', 'slow-down'])
    expect(await prove(codeOf(person.secret))).toBe('slow-down')
  })
  test('stands in the access log, given and refused', async () => {
    await prove('000000')
    await prove(codeOf(person.secret))
    const { rows } = await world.owner.query(
      `select detail ->> 'event' as event from audit_event where on_behalf_of = $1 order by id desc limit 2`,
      [person.actor.memberId],
    )
    expect(rows.map(({ event }) => event)).toEqual(['proved-again', 'code-refused'])
  })
  test('is a click in the demo only', async () => {
    const demo = world.server({
      demo: {
        cast: async () => [{ ...world.administrator, organisation: 'Waterrijk', name: 'Lid administrator' }],
      },
    })
    const browser = new Browser()
    browser.keep(await demo.asCastMember(browser.caller, world.administrator.memberId))
    later(10)
    expect(await demo.proofWays(browser.caller)).toEqual(['press'])
    expect(await demo.freshProof(browser.caller, 'press')).toBe('proved')
    expect((await demo.signedIn(browser.request))?.actor.provedAt).toEqual(world.context.now())
    // The same browser at a server that is no demo is nobody at all.
    expect(await world.signIn.proofWays(browser.caller)).toEqual([])
    expect(await prove('press', browser)).toBe('refused')
    // Who did set up her phone shows it in the demo too.
    expect(await demo.proofWays(person.browser.caller)).toEqual(['code'])
    expect(await demo.freshProof(person.browser.caller, 'press')).toBe('refused')
  })
})

describe('on the pages', () => {
  const visit = async (path: string, fields?: URLSearchParams) => {
    const app = siteOf(
      {
        demo: false,
        assets: noAssets,
        context: () => world.context,
        newRequestId: () => randomUUID(),
        signedIn: (request) => world.signIn.signedIn(request),
        signIn: world.signIn,
        network: () => '203.0.113.7',
        hostBySlug: async () => null,
        trouble: (_, error) => {
          throw error
        },
      },
      routes,
    )
    const answer = await app.request(`http://localhost:3000${path}`, {
      method: fields ? 'POST' : 'GET',
      headers: { cookie: person.browser.header },
      ...(fields ? { body: fields } : {}),
    })
    const html = await answer.text()
    const form = html.slice(html.search(/<form[^>]*class="naast-form"/))
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      html,
      form: fieldsOn(form),
      action: /action="([^"]*)"/.exec(form)?.[1] ?? '',
    }
  }
  const invitation = (email: string) =>
    new URLSearchParams([
      ['key', randomUUID()],
      ['email', email],
      ['roles', 'administrator'],
      ['roles', 'coordinator'],
      ['language', 'en'],
    ])
  const invited = async () =>
    (await listMembers(world.context, world.administrator, {})).invitations.map(({ email }) => email)

  test('it is asked in between, and what was typed goes on to where it went', async () => {
    later(6)
    const sent = invitation('vers@example.nl')
    const asked = await visit('/members/invite', sent)
    expect(asked.status).toBe(401)
    expect(asked.html).toContain('Ben jij het?')
    expect(await invited()).not.toContain('vers@example.nl')
    expect(asked.action).toBe('/members/invite')
    const kept = asked.form
    expect([...kept].filter(([name]) => name !== 'proof').toSorted()).toEqual([...sent].toSorted())
    kept.set('proof', '000 000')
    const again = await visit(asked.action, kept)
    expect([again.status, again.html.includes('Deze code klopt niet')]).toEqual([401, true])
    expect(again.html).not.toContain('000 000')
    again.form.set('proof', codeOf(person.secret))
    const done = await visit(again.action, again.form)
    expect(done.status).toBe(200)
    expect(done.html).toContain('/invitation/')
    expect(await invited()).toContain('vers@example.nl')
    // For five minutes nothing more is asked; after that it is.
    later(10)
    expect((await visit('/members/invite', invitation('nog@example.nl'))).status).toBe(200)
    later(12)
    expect((await visit('/members/invite', invitation('weer@example.nl'))).status).toBe(401)
  })
  test('a form with mistakes comes back before anything is asked', async () => {
    later(6)
    const { status, html } = await visit('/members/invite', invitation('geen adres'))
    expect([status, html.includes('Ben jij het?')]).toEqual([422, false])
  })
  test('what is opened rather than sent is opened afterwards', async () => {
    person = await world.person(`inzage${made}@example.nl`, ['privacy_officer'])
    later(6)
    const asked = await visit('/access-log/file?from=1-11-2026')
    expect(asked.status).toBe(401)
    asked.form.set('proof', codeOf(person.secret))
    const gone = await visit(asked.action, asked.form)
    expect([gone.status, gone.to]).toEqual([303, '/access-log/file?from=1-11-2026'])
    expect((await visit(gone.to ?? '')).status).toBe(200)
  })
  test('leads to no other place than ours', async () => {
    for (const to of ['//elders.example', 'https://elders.example', '/\\elders.example', '', '/\u0000x']) {
      const gone = await visit('/it-is-me', new URLSearchParams({ to }))
      expect(gone.to, to).toMatch(/^\/(today|x)$/)
    }
  })
})
