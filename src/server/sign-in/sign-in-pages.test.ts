import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreedInvitation } from '#testing/agreed-invitation.ts'
import { PasskeyDevice } from '#testing/passkey-device.ts'
import { signInSite } from '#testing/sign-in-site.ts'
import { openSignInWorld, type SignInWorld } from '../../../testing/sign-in-world.ts'
import { Browser, codeOf, goodPassword } from '../../../testing/sign-in-world-on.ts'
import type { SignInServer } from './sign-in.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await openSignInWorld()
})
afterAll(() => world.close())

const troubles: unknown[] = []
const siteWith = (signIn: SignInServer, demo = false) => signInSite(world, signIn, { demo, troubles })

const invite = async (email: string, roles: ('administrator' | 'coordinator')[] = ['coordinator']) =>
  (await agreedInvitation(world, world.administrator, { email, roles })).token

/** All the way in, as a person with a phone would go. */
async function comeIn(
  visit: ReturnType<typeof siteWith>,
  email: string,
  roles?: ('administrator' | 'coordinator')[],
) {
  const browser = new Browser()
  const token = await invite(email, roles)
  const made = await visit(browser, `/invitation/${token}`, {
    email,
    name: 'Noor Bakker',
    password: goodPassword,
  })
  expect([made.status, made.to]).toEqual([303, '/sign-in/phone'])
  const phone = await visit(browser, '/sign-in/phone')
  const secret = /naast-key">([A-Z2-7 ]+)</.exec(phone.html)?.[1] ?? ''
  const codes = await visit(browser, '/sign-in/phone', { code: codeOf(secret, 0) })
  return { browser, secret, codes, phone }
}

describe('the pages of signing in', () => {
  test('lead from an invitation to one’s work', async () => {
    const visit = siteWith(world.signIn)
    const offered = await visit(new Browser(), `/invitation/${await invite('a@example.nl')}`)
    expect(offered.html).toContain('Welkom bij Stichting waterrijk')
    expect(offered.html).not.toContain('a@example.nl')
    const { browser, phone, codes } = await comeIn(visit, 'a@example.nl')
    expect(phone.html).toContain('<svg class="naast-qr"')
    expect(codes.status).toBe(200)
    expect(codes.html.match(/naast-key">[a-z2-9]{5}-[a-z2-9]{5}</g)).toHaveLength(8)
    expect((await visit(browser, '/today')).status).toBe(200)
    expect((await visit(browser, '/sign-in')).to).toBe('/today')
    expect((await visit(browser, '/sign-in/phone')).to).toBe('/sign-in')
  })
  test('ask everything again after signing out, and tell the browser to forget', async () => {
    const visit = siteWith(world.signIn)
    const { browser, secret } = await comeIn(visit, 'b@example.nl')
    const out = await visit(browser, '/sign-out', {})
    expect([out.status, out.to]).toEqual([303, '/signed-out'])
    expect(out.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"')
    expect((await visit(browser, '/today')).to).toBe('/sign-in')
    const password = await visit(browser, '/sign-in', { email: 'b@example.nl', password: goodPassword })
    expect(password.to).toBe('/sign-in/code')
    expect((await visit(browser, '/today')).to).toBe('/sign-in')
    const wrong = await visit(browser, '/sign-in/code', { code: '000000' })
    expect([wrong.status, wrong.html.includes('Deze code klopt niet')]).toEqual([422, true])
    expect((await visit(browser, '/sign-in/code', { code: codeOf(secret) })).to).toBe('/today')
  })
  test('say the same to an unknown address as to a wrong password', async () => {
    const visit = siteWith(world.signIn)
    await comeIn(visit, 'c@example.nl')
    const bodies = []
    for (const email of ['c@example.nl', 'd@example.nl']) {
      const { status, html } = await visit(new Browser(), '/sign-in', {
        email,
        password: 'niet het wachtwoord',
      })
      expect(status).toBe(422)
      // A submission key and a challenge are new on every page.
      bodies.push(
        html
          .replaceAll(email, '')
          .replace(/value="[0-9a-f-]{36}"/g, '')
          .replace(/challenge&quot;:&quot;[\w-]+/, ''),
      )
    }
    expect(bodies[0]).toBe(bodies[1])
  })
  test('come back with what was typed, but never with a password', async () => {
    const visit = siteWith(world.signIn)
    const { html } = await visit(new Browser(), '/sign-in', {
      email: 'typed@example.nl',
      password: 'geheim-geheim-x',
    })
    expect(html).toContain('typed@example.nl')
    expect(html).not.toContain('geheim-geheim-x')
    const empty = await visit(new Browser(), '/sign-in', { email: '', password: '' })
    expect([empty.status, empty.html.match(/Vul dit in/g)?.length]).toEqual([422, 4])
  })
  test('of the demo and the first run do not exist in a production server with people in it', async () => {
    const visit = siteWith(world.signIn)
    expect((await visit(new Browser(), '/first-run')).status).toBe(404)
    expect((await visit(new Browser(), '/first-run', { code: 'x' })).status).toBe(404)
    expect(
      (await visit(new Browser(), '/sign-in/demo', { member: world.administrator.memberId })).status,
    ).toBe(404)
    expect((await visit(new Browser(), '/sign-in')).html).not.toContain('/sign-in/demo')
  })
  test('let one be anybody of the demo with a click', async () => {
    const worker = await world.member(['coordinator'])
    const cast = async () => [
      {
        memberId: worker.memberId,
        orgId: world.orgId,
        organisation: 'Waterrijk',
        name: 'Yara',
        roles: worker.roles,
      },
    ]
    const visit = siteWith(world.server({ demo: { cast } }), true)
    const browser = new Browser()
    expect((await visit(browser, '/sign-in')).html).toContain('Yara · Coördinator')
    expect((await visit(browser, '/sign-in/demo', { member: worker.memberId })).to).toBe('/today')
    expect((await visit(browser, '/today')).status).toBe(200)
    expect(
      (await visit(new Browser(), '/sign-in/demo', { member: world.administrator.memberId })).status,
    ).toBe(404)
  })
  test('say what to do with an invitation that no longer works', async () => {
    const visit = siteWith(world.signIn)
    const token = await invite('e@example.nl')
    await invite('e@example.nl')
    const gone = await visit(new Browser(), `/invitation/${token}`)
    expect([gone.status, gone.html.includes('ingetrokken')]).toEqual([409, true])
    expect((await visit(new Browser(), '/invitation/made-up')).status).toBe(404)
  })
  test('let somebody change her password, recovery codes and phone', async () => {
    const visit = siteWith(world.signIn)
    const { browser } = await comeIn(visit, 'f@example.nl')
    expect((await visit(browser, '/account')).status).toBe(200)
    for (const path of ['/account/password', '/account/recovery-codes', '/account/phone']) {
      expect((await visit(browser, path)).status).toBe(200)
      const wrong = await visit(browser, path, {
        current: 'niet dit wachtwoord',
        next: 'paarse regen in juli',
      })
      expect([wrong.status, wrong.html.includes('niet je wachtwoord van nu')]).toEqual([422, true])
    }
    expect((await visit(browser, '/account/recovery-codes', { current: goodPassword })).html).toMatch(
      /naast-key/,
    )
    const changed = await visit(browser, '/account/password', {
      current: goodPassword,
      next: 'paarse regen in juli',
    })
    expect(changed.to).toContain('/account?said=')
    expect((await visit(browser, '/account')).status).toBe(200)
    expect((await visit(browser, '/account/phone', { current: 'paarse regen in juli' })).to).toBe(
      '/sign-in/phone',
    )
    expect((await visit(browser, '/today')).to).toBe('/sign-in')
    expect((await visit(browser, '/sign-in')).to).toBe('/sign-in/phone')
  })
})

describe('the pages of members', () => {
  test('are the administrator’s, and nobody else’s', async () => {
    const visit = siteWith(world.signIn)
    const { browser } = await comeIn(visit, 'g@example.nl')
    for (const path of ['/members', '/members/invite', `/members/${world.administrator.memberId}`])
      expect((await visit(browser, path)).status).toBe(404)
    expect((await visit(new Browser(), '/members')).to).toBe('/sign-in')
  })
  test('let people in and out', async () => {
    const visit = siteWith(world.signIn)
    const { browser } = await comeIn(visit, 'h@example.nl', ['administrator'])
    const wrong = await visit(browser, '/members/invite', { email: 'geen adres' })
    expect(wrong.status).toBe(422)
    const link = await visit(browser, '/members/invite', {
      email: 'i@example.nl',
      roles: ['coordinator'],
      language: 'en',
    })
    expect(link.html).toMatch(/http:\/\/localhost:3000\/invitation\/[\w-]{60,}/)
    expect((await visit(browser, '/members')).html).toContain('i@example.nl')

    const other = await comeIn(visit, 'j@example.nl')
    const list = await visit(browser, '/members')
    const { rows } = await world.owner.query(
      'select id, version from member order by created_at desc, id desc limit 1',
    )
    const id: string = rows[0].id
    expect(list.html).toContain(`/members/${id}`)
    const one = await visit(browser, `/members/${id}`)
    expect(one.html).toContain('Noor Bakker')
    const saved = await visit(browser, `/members/${id}`, { version: '1', roles: ['worker', 'coordinator'] })
    expect(saved.to).toContain('roles-saved')
    const stale = await visit(browser, `/members/${id}`, { version: '1', roles: ['worker'] })
    expect(stale.status).toBe(409)
    expect((await visit(other.browser, '/today')).status).toBe(200)
    expect((await visit(browser, `/members/${id}/end`, { version: '2' })).to).toContain('ended')
    expect((await visit(other.browser, '/today')).to).toBe('/sign-in')
    expect(
      (await visit(other.browser, '/sign-in', { email: 'j@example.nl', password: goodPassword })).status,
    ).toBe(422)
  })
})

describe('the pages of passkeys', () => {
  const optionsIn = (html: string): string =>
    (/data-passkey-options="([^"]+)"/.exec(html)?.[1] ?? '{}').replaceAll('&quot;', '"')

  test('add one, sign in with it, show with it that it is she, and take it away', async () => {
    const visit = siteWith(world.signIn)
    const { browser } = await comeIn(visit, 'p@example.nl', ['administrator'])
    const device = new PasskeyDevice()
    expect((await visit(browser, '/account')).html).toContain('Zet daarom ook een passkey')
    const empty = await visit(browser, '/account/passkeys')
    expect(empty.html).toContain('Je hebt nog geen passkey')
    const nameless = await visit(browser, '/account/passkeys', { answer: '', name: ' ' })
    expect([nameless.status, nameless.html.includes('Vul dit in')]).toEqual([422, true])
    const { html } = await visit(browser, '/account/passkeys')
    const answer = device.add(optionsIn(html))
    const added = await visit(browser, '/account/passkeys', { answer, name: 'Mijn telefoon' })
    expect(added.to).toBe('/account/passkeys?said=sign-in.passkey-added')
    expect((await visit(browser, '/account/passkeys')).html).toContain('Mijn telefoon')
    expect((await visit(browser, '/account')).html).not.toContain('Zet daarom ook een passkey')

    await visit(browser, '/sign-out', {})
    const page = await visit(browser, '/sign-in')
    const again = await visit(browser, '/sign-in/passkey', { answer: '{}' })
    expect([again.status, again.html.includes('Deze passkey past hier niet')]).toEqual([422, true])
    const late = await visit(browser, '/sign-in/passkey', { answer: device.answer(optionsIn(page.html)) })
    expect(late.status).toBe(422)
    const fresh = await visit(browser, '/sign-in')
    const entered = await visit(browser, '/sign-in/passkey', { answer: device.answer(optionsIn(fresh.html)) })
    expect(entered.to).toBe('/today')

    world.turnTo('2026-11-03T09:06')
    const list = await visit(browser, '/account/passkeys')
    const passkey = /name="passkey" value="([0-9a-f-]{36})"/.exec(list.html)?.[1] ?? ''
    const asked = await visit(browser, '/account/passkeys/remove', { passkey })
    expect([asked.status, asked.html.includes('Met je passkey'), asked.html.includes(passkey)]).toEqual([
      401,
      true,
      true,
    ])
    const proof = device.answer(optionsIn(asked.html))
    const removed = await visit(browser, '/account/passkeys/remove', { passkey, proof })
    expect(removed.to).toBe('/account/passkeys?said=sign-in.passkey-removed')
    expect((await visit(browser, '/account/passkeys/remove', { passkey })).status).toBe(404)
    expect((await visit(browser, '/account/passkeys/remove', { passkey: "' or 1=1" })).status).toBe(404)
    world.turnTo('2026-11-03')
  })
})

test('nothing went wrong on the way', () => {
  expect(troubles).toEqual([])
})
