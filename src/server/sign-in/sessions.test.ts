import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { endMember } from '#usecases/member/end-member.ts'
import { openSignInWorld, type SignInWorld } from '../../../testing/sign-in-world.ts'
import { Browser, codeOf, goodPassword } from '../../../testing/sign-in-world-on.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await openSignInWorld()
})
beforeEach(() => world.turnTo('2026-11-03'))
afterAll(() => world.close())

let made = 0
const someone = (roles?: ('administrator' | 'worker')[]) => world.person(`mens${++made}@example.nl`, roles)
const isIn = async (browser: Browser) => (await world.signIn.signedIn(browser.request)) !== null

describe('a session', () => {
  test('ends after half an hour without a page', async () => {
    const { browser } = await someone(['worker'])
    world.turnTo('2026-11-03T09:29')
    expect(await isIn(browser)).toBe(true)
    world.turnTo('2026-11-03T09:58')
    expect(await isIn(browser)).toBe(true)
    world.turnTo('2026-11-03T10:28')
    expect(await isIn(browser)).toBe(false)
    world.turnTo('2026-11-03T09:58')
    expect(await isIn(browser)).toBe(false)
  })
  test('of an administrator ends after a quarter of an hour', async () => {
    const { browser } = await someone(['administrator'])
    world.turnTo('2026-11-03T09:14')
    expect(await isIn(browser)).toBe(true)
    world.turnTo('2026-11-03T09:29')
    expect(await isIn(browser)).toBe(false)
  })
  test('ends after ten hours, however busy', async () => {
    const { browser } = await someone(['worker'])
    for (let minutes = 20; minutes < 600; minutes += 20) {
      const moment = Temporal.PlainDateTime.from('2026-11-03T09:00').add({ minutes })
      world.turnTo(moment.toString())
      expect(await isIn(browser)).toBe(true)
    }
    world.turnTo('2026-11-03T19:00')
    expect(await isIn(browser)).toBe(false)
  })
  test('is over at once when she signs out', async () => {
    const { browser } = await someone()
    const stolen = new Browser()
    for (const [name, value] of browser.cookies) stolen.cookies.set(name, value)
    browser.take(await world.signIn.signOut(browser.caller))
    expect(browser.cookies.size).toBe(0)
    expect(await isIn(stolen)).toBe(false)
  })
  test('is over everywhere when she says so, and when she changes her password', async () => {
    const { browser, email, secret } = await someone()
    const other = new Browser()
    other.keep(await world.signIn.withPassword(other.caller, email, goodPassword))
    other.keep(await world.signIn.withCode(other.caller, codeOf(secret)))
    expect(await isIn(other)).toBe(true)
    await expect(
      world.signIn.changePassword(browser.caller, goodPassword, 'wachtwoord123'),
    ).rejects.toMatchObject({
      fields: { next: 'password-too-easy' },
    })
    browser.take(await world.signIn.changePassword(browser.caller, goodPassword, 'paarse regen in juli'))
    expect([await isIn(browser), await isIn(other)]).toEqual([true, false])
    expect((await world.signIn.withPassword(new Browser().caller, email, goodPassword)).step).toBe('refused')
    await world.signIn.signOutEverywhere(browser.caller)
    expect(await isIn(browser)).toBe(false)
  })
  test('of a member who was ended is over at once', async () => {
    const { browser, actor } = await someone()
    expect(await isIn(browser)).toBe(true)
    await endMember(world.context, world.administrator, { memberId: actor.memberId, version: 1 })
    await world.signIn.endSessions(world.orgId, actor.memberId)
    expect(await isIn(browser)).toBe(false)
  })
  test('of a member whose last day was yesterday is over, also on another server', async () => {
    const { browser, actor } = await someone()
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [actor.memberId])
    expect(await world.server().signedIn(browser.request)).toBeNull()
  })
  test('is a new one at every sign-in; the one before it in the same browser ends', async () => {
    const { browser, email, secret } = await someone()
    const before = browser.cookies.get('naast')
    browser.keep(await world.signIn.withPassword(browser.caller, email, goodPassword))
    browser.keep(await world.signIn.withCode(browser.caller, codeOf(secret)))
    expect(browser.cookies.get('naast')).not.toBe(before)
    const old = new Browser()
    old.cookies.set('naast', before ?? '')
    expect(await isIn(old)).toBe(false)
  })
  test('can’t be chosen by whoever sets the cookie first', async () => {
    const { email, secret } = await someone()
    const victim = new Browser()
    victim.cookies.set('naast', 'chosen-by-an-attacker')
    victim.keep(await world.signIn.withPassword(victim.caller, email, goodPassword))
    victim.keep(await world.signIn.withCode(victim.caller, codeOf(secret)))
    expect(victim.cookies.get('naast')).not.toBe('chosen-by-an-attacker')
    const attacker = new Browser()
    attacker.cookies.set('naast', 'chosen-by-an-attacker')
    expect(await isIn(attacker)).toBe(false)
  })
  test('row out of a stolen dump is of no use', async () => {
    const { browser } = await someone()
    expect(await isIn(browser)).toBe(true)
    const { rows } = await world.owner.query<{ token: string; id: string; user_id: string }>(
      'select * from auth.session',
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { token, id, user_id } of rows)
      for (const value of [
        token,
        id,
        user_id,
        `${token}.`,
        `${token}.${token}`,
        `${token}.${Buffer.from(token).toString('base64')}`,
      ]) {
        const thief = new Browser()
        thief.cookies.set('naast', encodeURIComponent(value))
        expect(await isIn(thief)).toBe(false)
        expect(await world.signIn.standing(thief.caller)).toBe('nobody')
      }
    const elsewhere = world.server({ secret: 'another-secret-another-secret-another' })
    expect(await elsewhere.signedIn(browser.request)).toBeNull()
  })
  test('cookie is HttpOnly, same-site, and under TLS bound to the host', async () => {
    const tls = world.server({ url: 'https://naast.example.nl' })
    const { email } = await someone()
    const { cookies } = await tls.withPassword(new Browser().caller, email, goodPassword)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-naast/)
      for (const part of ['; HttpOnly', '; Secure', '; SameSite=Lax', '; Path=/'])
        expect(cookie).toContain(part)
      expect(cookie).not.toContain('Domain')
    }
    const { browser } = await someone()
    expect(await tls.signedIn(browser.request)).toBeNull()
  })
  test('leaves nothing in the sign-in tables that names somebody', async () => {
    await someone()
    const dump: string[] = []
    for (const table of [
      'user',
      'session',
      'account',
      'verification',
      'two_factor',
      'membership',
      'known_network',
      'attempt',
      'code_used',
    ])
      dump.push(JSON.stringify((await world.owner.query(`select * from auth.${table}`)).rows))
    expect(dump.join()).not.toMatch(/example\.nl|Noor|Bakker|203\.0\.113|fietsbel/)
  })
})

test('what is over is dropped', async () => {
  await someone()
  world.turnTo('2026-11-05')
  await world.signIn.tidy()
  const { rows } = await world.owner.query('select count(*)::int as n from auth.session')
  expect(rows).toEqual([{ n: 0 }])
})
