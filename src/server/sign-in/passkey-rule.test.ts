import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { PasskeyDevice } from '#testing/passkey-device.ts'
import { signInSite, type Visit } from '#testing/sign-in-site.ts'
import { openSignInWorld, type SignInWorld } from '#testing/sign-in-world.ts'
import { Browser, codeOf, goodPassword, type Person } from '#testing/sign-in-world-on.ts'
import { Forbidden, Invalid, ProofNeeded } from '#usecases/failure.ts'
import { askPasskeys } from '#usecases/organisation/ask-passkeys.ts'

let world: SignInWorld
let visit: Visit
const troubles: unknown[] = []
const people = new Map<string, Person>()
beforeAll(async () => {
  world = await openSignInWorld()
  visit = signInSite(world, world.signIn, { troubles })
  for (const name of ['noor', 'iris', 'eva', 'tess', 'fien', 'lotte', 'anna', 'saar'])
    people.set(name, await world.person(`${name}@example.nl`, [name === 'saar' ? 'worker' : 'coordinator']))
  await askPasskeys(world.context, world.administrator, { from: '2026-11-10' })
})
beforeEach(() => world.turnTo('2026-11-10'))
afterAll(() => world.close())

const personOf = (name: string): Person => {
  const person = people.get(name)
  if (!person) throw new Error(name)
  return person
}
/** With her password, and a code that she did not use yet. */
async function withPassword(name: string): Promise<Browser> {
  const { email, secret } = personOf(name)
  const browser = new Browser()
  await visit(browser, paths.signIn(), { email, password: goodPassword })
  expect((await visit(browser, paths.signInCode(), { code: codeOf(secret) })).to).toBe(paths.today())
  return browser
}
const optionsIn = (html: string): string =>
  (/data-passkey-options="([^"]+)"/.exec(html)?.[1] ?? '{}').replaceAll('&quot;', '"')
async function addPasskey(browser: Browser, device = new PasskeyDevice()) {
  const { html } = await visit(browser, paths.account.passkeys())
  const answer = device.add(optionsIn(html))
  return { device, to: (await visit(browser, paths.account.passkeys(), { answer, name: 'Telefoon' })).to }
}

/** What every address of the staff answers, by whether it leads to the page for her passkey. */
async function shutExcept(browser: Browser, page: string): Promise<string[]> {
  const open: string[] = []
  for (const route of routes) {
    if (route.who === 'public' || route.who === 'anyone' || route.path === page) continue
    const path = route.path
      .replaceAll(/:\w*[iI]d\b/g, '00000000-0000-7000-8000-000000000000')
      .replaceAll(/:\w+/g, 'x')
    if (route.get && (await visit(browser, path)).to !== page) open.push(`GET ${route.path}`)
    if (!route.post) continue
    const sent = await visit(browser, path, { words: 'wat zij typte' })
    if (sent.status === 401 && sent.html.includes('Eerst je passkey'))
      expect(sent.html).toContain('wat zij typte')
    else open.push(`POST ${route.path}`)
  }
  return open
}
const inDanger = [paths.concern.raise(':id')].flatMap((path) => [`GET ${path}`, `POST ${path}`])

describe('before its day', () => {
  test('who has to do something is told on her pages, and nothing is shut', async () => {
    world.turnTo('2026-11-09')
    const browser = await withPassword('noor')
    const { status, html } = await visit(browser, paths.account.one())
    expect([status, html.includes('Vanaf dinsdag 10 november') || html.includes('10 november')]).toEqual([
      200,
      true,
    ])
    await addPasskey(browser)
    expect((await visit(browser, paths.account.one())).html).not.toContain('Maak er nu een')
  })
})

describe('from its day', () => {
  test('who has none gets the page to make one, a way out and whom to call, and nothing else', async () => {
    const browser = await withPassword('iris')
    const page = await visit(browser, paths.account.passkeys())
    expect(page.status).toBe(200)
    for (const there of ['Eerst je passkey', 'tel:112', `action="${paths.signOut()}"`])
      expect(page.html).toContain(there)
    expect(page.html).not.toContain('naast-rail')
    expect(await shutExcept(browser, paths.account.passkeys())).toEqual([
      `GET ${paths.account.phone()}`,
      `POST ${paths.account.phone()}`,
      ...inDanger,
    ])
    expect((await visit(browser, paths.signOut(), {})).to).toBe(paths.signedOut())
  })
  test('making one opens everything at once', async () => {
    const browser = await withPassword('eva')
    expect((await addPasskey(browser)).to).toMatch(/^\/today/)
    expect((await visit(browser, paths.today())).status).toBe(200)
  })
  test('a password alone no longer opens anything for who has one: she shows it, and nobody adds another first', async () => {
    world.turnTo('2026-11-03')
    const { device } = await addPasskey(personOf('tess').browser)
    world.turnTo('2026-11-10')
    const browser = await withPassword('tess')
    expect(await shutExcept(browser, paths.showPasskey())).toEqual(inDanger)
    await expect(world.signIn.passkeyToAdd(browser.caller)).rejects.toThrow()
    await expect(
      world.signIn.addPasskey(browser.caller, { answer: '{}', name: 'Van een ander' }),
    ).rejects.toThrow()
    const page = await visit(browser, paths.showPasskey())
    const wrong = await visit(browser, paths.showPasskey(), { answer: '{}' })
    expect([wrong.status, wrong.html.includes('past hier niet')]).toEqual([422, true])
    // A challenge is good once, also for a wrong answer.
    expect(
      (await visit(browser, paths.showPasskey(), { answer: device.answer(optionsIn(page.html)) })).status,
    ).toBe(422)
    const again = await visit(browser, paths.showPasskey())
    const shown = await visit(browser, paths.showPasskey(), { answer: device.answer(optionsIn(again.html)) })
    expect(shown.to).toBe(paths.today())
    expect((await visit(browser, paths.today())).status).toBe(200)
  })
  test('who lost her device comes in with a recovery code and makes a new one, with another phone if she must', async () => {
    world.turnTo('2026-11-03')
    const lost = personOf('fien')
    await addPasskey(lost.browser)
    world.turnTo('2026-11-10')
    const browser = new Browser()
    await visit(browser, paths.signIn(), { email: lost.email, password: goodPassword })
    await visit(browser, paths.signInRecovery(), { code: lost.recoveryCodes[0] ?? '' })
    expect((await visit(browser, paths.today())).to).toBe(paths.account.passkeys())
    expect((await visit(browser, paths.account.phone(), { current: goodPassword })).to).toBe(
      paths.signInPhone(),
    )
    // Without a second step nothing opens at all; a code from a drawer is no way round it.
    expect((await visit(browser, paths.today())).to).toBe(paths.signIn())
    const phone = await visit(browser, paths.signInPhone())
    const secret = /naast-key">([A-Z2-7 ]+)</.exec(phone.html)?.[1] ?? ''
    await visit(browser, paths.signInPhone(), { code: codeOf(secret, 0) })
    expect((await visit(browser, paths.today())).to).toBe(paths.account.passkeys())
    expect((await addPasskey(browser)).to).toMatch(/^\/today/)
    expect((await visit(browser, paths.today())).status).toBe(200)
  })
  test('a passkey without another and without codes asks for one of both', async () => {
    world.turnTo('2026-11-03')
    const { device } = await addPasskey(personOf('lotte').browser)
    const { codes } = await spend(personOf('lotte'))
    expect(codes).toBe(0)
    world.turnTo('2026-11-10')
    const browser = new Browser()
    const page = await visit(browser, paths.signIn())
    const answer = device.answer(optionsIn(page.html))
    expect((await visit(browser, paths.signInPasskey(), { answer })).to).toBe(paths.today())
    expect((await visit(browser, paths.today())).to).toBe(paths.account.passkeys())
    expect((await visit(browser, paths.account.passkeys())).html).toContain('geen herstelcodes meer')
    expect((await visit(browser, paths.account.codes(), { current: goodPassword })).status).toBe(200)
    expect((await visit(browser, paths.today())).status).toBe(200)
  })
  test('what a municipality vouched for is enough', async () => {
    const browser = await withPassword('anna')
    expect((await visit(browser, paths.today())).to).toBe(paths.account.passkeys())
    // As `enter` keeps it once the provider said how she showed who she is; that road is walked in providers.test.ts.
    await world.owner.query(
      `update auth.session set method = 'provider' where user_id =
      (select user_id from auth.membership where member_id = $1)`,
      [personOf('anna').actor.memberId],
    )
    expect((await visit(browser, paths.today())).status).toBe(200)
  })
  test('it asks nothing of who only stands beside women', async () => {
    const browser = await withPassword('saar')
    expect((await visit(browser, paths.account.one())).status).toBe(200)
  })
  test('it asks nothing of the demo’s people, or nobody could look around', async () => {
    const { memberId } = personOf('anna').actor
    const cast = async () => [
      { memberId, orgId: world.orgId, organisation: 'x', name: 'Anna', roles: ['coordinator' as const] },
    ]
    const demo = signInSite(world, world.server({ demo: { cast } }), { demo: true, troubles })
    const browser = new Browser()
    await demo(browser, paths.signInDemo(), { member: memberId })
    expect((await demo(browser, paths.today())).status).toBe(200)
  })
})

/** Uses up her recovery codes. */
async function spend({ email, recoveryCodes, actor }: Person): Promise<{ codes: number }> {
  for (const code of recoveryCodes) {
    const browser = new Browser()
    await visit(browser, paths.signIn(), { email, password: goodPassword })
    await visit(browser, paths.signInRecovery(), { code })
  }
  const browser = new Browser()
  await visit(browser, paths.signIn(), { email, password: goodPassword })
  const more = await visit(browser, paths.signInRecovery(), { code: recoveryCodes[0] ?? '' })
  const { rows } = await world.owner.query(
    'select count(*)::int as n from auth.session where user_id = (select user_id from auth.membership where member_id = $1)',
    [actor.memberId],
  )
  expect(rows[0].n).toBe(recoveryCodes.length + 1)
  return { codes: more.status === 422 ? 0 : 1 }
}

describe('the day itself', () => {
  test('is set by an administrator who showed that it is she', async () => {
    const { administrator } = world
    for (const role of ['coordinator', 'privacy_officer', 'worker'] as const)
      await expect(askPasskeys(world.context, await world.member([role]), { from: null })).rejects.toThrow(
        Forbidden,
      )
    await expect(
      askPasskeys(world.context, { ...administrator, provedAt: null }, { from: null }),
    ).rejects.toThrow(ProofNeeded)
  })
  test('lies a week ahead at least, and stays as it is when it is kept again', async () => {
    await expect(askPasskeys(world.context, world.administrator, { from: '2026-11-16' })).rejects.toThrow(
      Invalid,
    )
    await askPasskeys(world.context, world.administrator, { from: '2026-11-10' })
    await askPasskeys(world.context, world.administrator, { from: '2026-11-17' })
    await askPasskeys(world.context, world.administrator, { from: null })
  })
})

test('nothing went wrong on the way', () => {
  expect(troubles).toEqual([])
})
